package rhapsode.poem;

import static rhapsode.poem.SchemeException.shortened;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import rhapsode.wording.Phrase;

/**
 * What stands behind the slash of a {@link Scheme}.
 *
 * @param scheme all of it, for error messages
 * @param counts the syllables of all lines, or of each line of a stanza
 * @param foot the metre; empty for none
 */
record Measure(String scheme, List<Integer> counts, Optional<Foot> foot) {
  static final int MOST_SYLLABLES = 20;

  private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}");

  /**
   * Reads it.
   *
   * @throws SchemeException if it is malformed
   */
  static Measure read(String scheme, String text) {
    List<String> words = Scheme.words(COMMA.matcher(text).replaceAll(",").toLowerCase(Locale.ROOT));
    if (words.isEmpty()) {
      throw new SchemeException(scheme, Phrase.of("scheme.no-syllables"));
    }
    if (words.size() > 2) {
      throw new SchemeException(scheme, Phrase.of("scheme.behind", shortened(words.get(2))));
    }
    List<Integer> counts =
        Arrays.stream(words.get(0).split(",", -1)).map(count -> count(scheme, count)).toList();
    return new Measure(
        scheme,
        counts,
        words.size() < 2 ? Optional.empty() : Optional.of(foot(scheme, words.get(1))));
  }

  private static int count(String scheme, String text) {
    int count = NUMBER.matcher(text).matches() ? Integer.parseInt(text) : 0;
    if (count < 1 || count > MOST_SYLLABLES) {
      throw new SchemeException(
          scheme, Phrase.of("scheme.syllables", shortened(text), MOST_SYLLABLES));
    }
    return count;
  }

  private static Foot foot(String scheme, String name) {
    return Foot.named(name)
        .orElseThrow(
            () ->
                new SchemeException(
                    scheme,
                    Phrase.of("scheme.metre", shortened(name), String.join(", ", Foot.names()))));
  }

  /**
   * A line of a stanza, its rhyme left open.
   *
   * @throws SchemeException if the counts are not as many as the lines
   */
  LineShape line(int place, String stanza) {
    if (counts.size() > 1 && counts.size() != stanza.length()) {
      throw new SchemeException(
          scheme, Phrase.of("scheme.counts", counts.size(), stanza, stanza.length()));
    }
    int count = counts.get(place % counts.size());
    return foot.map(f -> new LineShape(f.over(count), LineShape.UNRHYMED))
        .orElseGet(() -> new LineShape(OptionalInt.of(count), LineShape.UNRHYMED));
  }

  /** It as people write it. */
  String text() {
    String numbers = String.join(",", counts.stream().map(String::valueOf).toList());
    return numbers + foot.map(f -> " " + f.label()).orElse("");
  }
}
