package rhapsode.app.doctor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/**
 * Whether the bot can listen for those who watch it.
 *
 * @param port 0 if nobody does
 */
public record MonitoringPortCheck(String host, int port) implements Check {
  @Override
  public String name() {
    return "monitoring port";
  }

  @Override
  public Finding look() {
    if (port == 0) {
      return Finding.off(name(), "Nobody listens.");
    }
    try (var socket = new ServerSocket(port, 1, InetAddress.getByName(host))) {
      return Finding.ok(name(), "Port " + socket.getLocalPort() + " of " + host + " is free.");
    } catch (IOException e) {
      return Finding.warning(
          name(),
          "Port %d of %s cannot be opened: %s.".formatted(port, host, e.getMessage()),
          "If the bot runs, it has it; else name another one as monitoring.port, or an address of"
              + " this machine as monitoring.host, or the bot does not start.");
    }
  }
}
