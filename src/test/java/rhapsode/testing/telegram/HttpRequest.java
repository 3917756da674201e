package rhapsode.testing.telegram;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request of HTTP/1.1 (RFC 9112), as far as clients of the Bot API make use of it.
 *
 * @param headers by their names in lower case
 */
record HttpRequest(String path, Map<String, String> headers, ByteBuffer body) {
  private static final int LINE_FEED = '\n';

  /**
   * Waits for the next request on a connection.
   *
   * @return nothing if the other side has ended the connection
   */
  static Optional<HttpRequest> read(InputStream in) throws IOException {
    String first = line(in);
    if (first.isEmpty()) {
      return Optional.empty();
    }
    var headers = new HashMap<String, String>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      String[] field = line.split(":", 2);
      headers.put(field[0].toLowerCase(Locale.ROOT), field[1].strip());
    }
    byte[] body =
        headers.containsKey("transfer-encoding")
            ? chunks(in)
            : exactly(in, Integer.parseInt(headers.getOrDefault("content-length", "0")));
    return Optional.of(
        new HttpRequest(
            URI.create(first.split(" ")[1]).getPath(), Map.copyOf(headers), ByteBuffer.wrap(body)));
  }

  /** A header, empty if it was not sent. */
  String header(String name) {
    return headers.getOrDefault(name, "");
  }

  private static byte[] chunks(InputStream in) throws IOException {
    var body = new ByteArrayOutputStream();
    for (int size = size(in); size > 0; size = size(in)) {
      body.write(exactly(in, size));
      line(in);
    }
    line(in);
    return body.toByteArray();
  }

  private static int size(InputStream in) throws IOException {
    return Integer.parseInt(line(in), 16);
  }

  private static byte[] exactly(InputStream in, int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("a request broke off");
    }
    return bytes;
  }

  /** The next line, empty at the end of all. */
  private static String line(InputStream in) throws IOException {
    var line = new ByteArrayOutputStream();
    for (int next = in.read(); next >= 0 && next != LINE_FEED; next = in.read()) {
      line.write(next);
    }
    return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
  }
}
