package rhapsode.monitoring;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Clients that never end what they begin, or do not keep to HTTP. */
@Timeout(60)
class SlowClientsTest {
  private final Monitoring monitoring =
      Monitoring.open(Optional.of(new Address(Address.LOOPBACK, 0)), "1");
  private final Visitor visitor = Visitor.of(monitoring);
  private final List<Socket> clients = new ArrayList<>();

  @AfterEach
  void close() throws IOException {
    for (Socket client : clients) {
      client.close();
    }
    monitoring.close();
  }

  private Socket client(String text) throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), visitor.port());
    clients.add(socket);
    socket.getOutputStream().write(text.getBytes(US_ASCII));
    return socket;
  }

  private void answersWithin(Duration limit) {
    Assertions.assertTimeout(limit, () -> assertEquals(200, visitor.gets("/health").statusCode()));
  }

  @Test
  void clientsThatSayNothingTakeNoThread() throws IOException {
    for (int i = 0; i < 40; i++) {
      client("");
    }
    // Forty that took one of eight threads for two seconds each would take ten.
    answersWithin(Duration.ofSeconds(8));
  }

  @Test
  void clientsThatNeverEndTheirRequestAreCutOff() throws IOException {
    for (int i = 0; i < 12; i++) {
      client("GET /health HTTP/1.1\r\nHost: a\r\nX: ");
    }
    // Twice the deadline is what twelve of them can keep eight threads for, on a busy machine more.
    answersWithin(Duration.ofSeconds(15));
    Socket first = clients.get(0);
    first.setSoTimeout(10_000);
    assertTrue(first.getInputStream().read() < 0, "cut off without an answer");
  }

  @Test
  void aBodyIsNotWaitedFor() throws IOException {
    Socket promises = client("GET /health HTTP/1.1\r\nHost: a\r\nContent-Length: 99999\r\n\r\n");
    promises.setSoTimeout(10_000);
    byte[] begin = promises.getInputStream().readNBytes(12);
    assertEquals("HTTP/1.1 200", new String(begin, US_ASCII));
    answersWithin(Duration.ofSeconds(15));
  }

  @Test
  void whatIsNoHttpIsNoMatter() throws IOException {
    client("\0\1\2\r\n\r\n");
    client("GET\r\n\r\n");
    client("GET /health HTTP/1.1\r\nContent-Length: -1\r\n\r\n");
    client("GET http://[ HTTP/1.1\r\n\r\n");
    client("GET /health HTTP/1.1\r\n").close();
    answersWithin(Duration.ofSeconds(15));
  }
}
