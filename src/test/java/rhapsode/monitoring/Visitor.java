package rhapsode.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks at a bot over HTTP.
 *
 * @param port on loopback
 */
public record Visitor(int port) {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private static final ObjectMapper JSON = new ObjectMapper();

  static Visitor of(Monitoring monitoring) {
    return new Visitor(monitoring.port().orElseThrow());
  }

  public HttpResponse<String> asks(String method, String path) {
    try {
      return HTTP.send(
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
              .timeout(Duration.ofSeconds(20))
              .method(method, BodyPublishers.noBody())
              .build(),
          BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  public HttpResponse<String> gets(String path) {
    return asks("GET", path);
  }

  public JsonNode json(String path) {
    try {
      return JSON.readTree(gets(path).body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Name, whether it is ready, and state of each part, as one string a part. */
  List<String> parts() {
    var parts = new ArrayList<String>();
    for (JsonNode part : json("/ready").get("parts")) {
      parts.add(
          "%s %s: %s"
              .formatted(
                  part.get("name").asText(),
                  part.get("ready").asBoolean() ? "ok" : "no",
                  part.get("state").asText()));
    }
    return parts;
  }
}
