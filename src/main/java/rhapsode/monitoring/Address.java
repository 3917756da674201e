package rhapsode.monitoring;

/**
 * Where to listen.
 *
 * @param host an interface of this machine, by name or number
 * @param port 0 for any that is free
 */
public record Address(String host, int port) {
  /** Nobody but this machine. */
  public static final String LOOPBACK = "127.0.0.1";

  public static final int HIGHEST_PORT = 65_535;

  public Address {
    if (port < 0 || port > HIGHEST_PORT) {
      throw new IllegalArgumentException("no port: " + port);
    }
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
