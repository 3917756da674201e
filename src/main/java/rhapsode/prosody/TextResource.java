package rhapsode.prosody;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The lists of words that lie beside this package; {@code #} begins a comment in them. */
final class TextResource {
  private TextResource() {}

  /**
   * The lines that say something, without comments and blanks around them.
   *
   * @throws IllegalStateException if the jar lacks the resource
   * @throws UncheckedIOException if it cannot be read
   */
  static List<String> lines(String name) {
    try (InputStream in = TextResource.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks " + name);
      }
      return lines(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be read", e);
    }
  }

  /** As {@link #lines(String)}, for an open text. */
  static List<String> lines(BufferedReader text) {
    return text.lines()
        .map(line -> line.replaceFirst("#.*", "").strip())
        .filter(line -> !line.isEmpty())
        .toList();
  }

  /** All words of a resource, whatever blanks part them. */
  static Set<String> words(String name) {
    return lines(name).stream()
        .flatMap(line -> Stream.of(line.split("\\s+")))
        .collect(Collectors.toUnmodifiableSet());
  }
}
