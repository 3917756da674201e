package rhapsode.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Lies between a client and a server on loopback, and can be cut and mended. Thread-safe. */
public final class Cable implements AutoCloseable {
  private final ServerSocket door;
  private final int server;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private volatile boolean cut;

  /** A cable to a port of this machine. */
  public Cable(int server) {
    this.server = server;
    try {
      door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start(this::accept);
  }

  /** Where clients find it. */
  public int port() {
    return door.getLocalPort();
  }

  /** Breaks all connections, and lets none through from now on. */
  public void cut() {
    cut = true;
    sockets.forEach(Cable::close);
    sockets.clear();
  }

  /** Lets connections through again. */
  public void mend() {
    cut = false;
  }

  private void accept() {
    try {
      while (true) {
        Socket client = door.accept();
        if (cut) {
          close(client);
        } else {
          connect(client);
        }
      }
    } catch (IOException e) {
      // The door was closed.
      return;
    }
  }

  private void connect(Socket client) throws IOException {
    var behind = new Socket(InetAddress.getLoopbackAddress(), server);
    sockets.add(client);
    sockets.add(behind);
    if (cut) {
      // It was cut since this client was let in.
      close(client);
      close(behind);
    }
    start(() -> carry(client, behind));
    start(() -> carry(behind, client));
  }

  private static void carry(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // One end is gone, so the other goes too.
    }
    close(from);
    close(to);
  }

  private static void start(Runnable task) {
    var thread = new Thread(task, "cable");
    thread.setDaemon(true);
    thread.start();
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    cut();
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
