package rhapsode.app.doctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Whether the hosts of a platform can be reached.
 *
 * @param token whether there is one; without, nobody is called
 * @param offline whether nobody is to be called at all
 * @param endpoints to be tried in this order, until one does not answer
 */
public record EndpointsCheck(
    String name, boolean token, boolean offline, List<Endpoint> endpoints, Connector connector)
    implements Check {
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  /**
   * What is called.
   *
   * @param setting that the address stands under
   * @param url not shown, but for host and port: it may hold more than an address
   */
  public record Endpoint(String setting, String url) {
    Optional<URI> address() {
      try {
        URI uri = URI.create(url);
        return Optional.of(uri).filter(known -> known.getHost() != null && port(known) > 0);
      } catch (IllegalArgumentException e) {
        return Optional.empty(); // The finding says so.
      }
    }

    @Override
    public String toString() {
      return setting;
    }
  }

  @Override
  public Finding look() {
    if (!token || offline) {
      return Finding.off(name, token ? "Nobody is called, as asked." : "There is no token.");
    }
    for (Endpoint endpoint : endpoints) {
      Optional<URI> address = endpoint.address();
      if (address.isEmpty()) {
        return Finding.fault(
            name,
            "What " + endpoint.setting() + " says is no address that can be called.",
            "Write one such as https://example.org/, or take the setting out.");
      }
      Optional<Finding> silence = call(address.get());
      if (silence.isPresent()) {
        return silence.get();
      }
    }
    List<String> places =
        endpoints.stream().flatMap(e -> e.address().stream()).map(EndpointsCheck::place).toList();
    return Finding.ok(name, String.join(" and ", places) + " can be reached.");
  }

  /** Looking a name up knows no limit of time, so it happens on a thread that may be left alone. */
  private Optional<Finding> call(URI address) {
    var trial = CompletableFuture.runAsync(() -> connect(address), EndpointsCheck::start);
    try {
      trial.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      return Optional.empty();
    } catch (ExecutionException | TimeoutException e) {
      return Optional.of(silent(address, isUnknown(e)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of(silent(address, false));
    }
  }

  private static void start(Runnable task) {
    var thread = new Thread(task, "doctor-call");
    thread.setDaemon(true);
    thread.start();
  }

  private void connect(URI address) {
    try {
      connector.connect(address.getHost(), port(address), PATIENCE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isUnknown(Exception failure) {
    return failure.getCause() instanceof UncheckedIOException e
        && e.getCause() instanceof UnknownHostException;
  }

  private Finding silent(URI address, boolean unknown) {
    String sentence =
        unknown
            ? "The name " + address.getHost() + " is not known here."
            : "%s does not answer within %d s.".formatted(place(address), PATIENCE.toSeconds());
    return Finding.warning(
        name,
        sentence,
        "Look after the network, its name server and its firewall; the bot keeps trying by itself.");
  }

  private static String place(URI address) {
    return address.getHost() + ":" + port(address);
  }

  private static int port(URI address) {
    if (address.getPort() >= 0) {
      return address.getPort();
    }
    return switch ("" + address.getScheme()) {
      case "https", "wss" -> 443;
      case "http", "ws" -> 80;
      default -> -1;
    };
  }
}
