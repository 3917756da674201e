package rhapsode.app.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static rhapsode.app.doctor.Looks.finds;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import rhapsode.app.doctor.EndpointsCheck.Endpoint;

class EndpointsCheckTest {
  private static EndpointsCheck check(Connector connector, String... urls) {
    List<Endpoint> endpoints = Stream.of(urls).map(url -> new Endpoint("x.url", url)).toList();
    return new EndpointsCheck("network", true, false, endpoints, connector);
  }

  @Test
  void portsFollowFromTheAddress() {
    var called = new ArrayList<String>();
    finds(
        State.OK,
        check(
            (host, port, patience) -> called.add(host + ":" + port + " " + patience.toSeconds()),
            "https://a.org/api/",
            "wss://b.org",
            "http://c.org",
            "ws://d.org:3001"),
        "a.org:443 and b.org:443 and c.org:80 and d.org:3001 can be reached.");
    assertEquals(List.of("a.org:443 3", "b.org:443 3", "c.org:80 3", "d.org:3001 3"), called);
  }

  @Test
  void whoDoesNotAnswerIsAWarning() {
    Connector silent =
        (host, port, patience) -> {
          throw new SocketTimeoutException();
        };
    finds(State.WARNING, check(silent, "https://a.org"), "a.org:443 does not answer within 3 s");
  }

  @Test
  void whoIsNotKnownIsAWarning() {
    Connector unknown =
        (host, port, patience) -> {
          throw new UnknownHostException(host);
        };
    finds(State.WARNING, check(unknown, "https://a.org"), "The name a.org is not known here.");
  }

  @Test
  void whatIsNoAddressIsAFaultAndNotShown() {
    EndpointsCheck check = check((host, port, patience) -> {}, "https//user:secret@a.org");
    finds(State.FAULT, check, "What x.url says is no address");
    assertFalse(check.look().toString().contains("secret"));
    finds(State.FAULT, check((host, port, patience) -> {}, "gopher://a.org"), "no address");
  }

  @Test
  void withoutATokenOrOfflineNobodyIsCalled() {
    Connector never =
        (host, port, patience) -> {
          throw new AssertionError("called " + host);
        };
    List<Endpoint> endpoints = List.of(new Endpoint("x.url", "https://a.org"));
    finds(State.OFF, new EndpointsCheck("network", false, false, endpoints, never), "no token");
    finds(State.OFF, new EndpointsCheck("network", true, true, endpoints, never), "as asked");
  }

  @Test
  void aConnectionIsOpenedAndClosed() throws IOException {
    String url;
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      url =
          "http://%s:%d".formatted(server.getInetAddress().getHostAddress(), server.getLocalPort());
      finds(State.OK, check(Connector.TCP, url), "can be reached");
      try (Socket called = server.accept()) {
        assertEquals(-1, called.getInputStream().read());
      }
    }
    finds(State.WARNING, check(Connector.TCP, url), "does not answer");
  }
}
