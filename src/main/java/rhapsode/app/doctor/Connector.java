package rhapsode.app.doctor;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;

/** Tries whether a host can be reached. */
@FunctionalInterface
public interface Connector {
  /** Opens a TCP connection and closes it; not a byte is sent. */
  Connector TCP = Connector::tcp;

  /**
   * Tries.
   *
   * @throws UnknownHostException if the name is known to nobody
   * @throws IOException if nobody answers there in this time
   */
  void connect(String host, int port, Duration patience) throws IOException;

  private static void tcp(String host, int port, Duration patience) throws IOException {
    var address = new InetSocketAddress(host, port);
    if (address.isUnresolved()) {
      throw new UnknownHostException(host);
    }
    try (var socket = new Socket()) {
      socket.connect(address, (int) patience.toMillis());
    }
  }
}
