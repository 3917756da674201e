package rhapsode.poet;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Stream;
import rhapsode.language.Tokens;
import rhapsode.language.Vocabulary;

/** What a model reads for a word that it does not know, so that what stands around it fits. */
final class StandIn {
  private static final int SHORTEST_PART = 4;

  private StandIn() {}

  /**
   * The longest known word with which the unknown one ends or begins, as people hear {@code house}
   * in {@code lighthouse}.
   */
  static OptionalInt part(Vocabulary vocabulary, String unknown) {
    String text = unknown.toLowerCase(Locale.ROOT);
    for (int length = text.length() - 1; length >= SHORTEST_PART; length--) {
      for (String part :
          new String[] {text.substring(text.length() - length), text.substring(0, length)}) {
        if (Tokens.isWord(part) && vocabulary.holds(part)) {
          return OptionalInt.of(vocabulary.id(part));
        }
      }
    }
    return OptionalInt.empty();
  }

  /** A part of it, or else a name or a thing: what people ask poems about is mostly a noun. */
  static int of(Vocabulary vocabulary, String unknown) {
    return part(vocabulary, unknown).orElseGet(() -> noun(vocabulary, unknown));
  }

  private static int noun(Vocabulary vocabulary, String unknown) {
    boolean several = unknown.endsWith("s") && !unknown.endsWith("ss");
    Stream<String> nouns =
        Character.isUpperCase(unknown.codePointAt(0))
            ? Stream.of("john", "mary", "england")
            : several ? Stream.of("lamps", "stones") : Stream.of("lamp", "stone");
    return nouns
        .filter(vocabulary::holds)
        .mapToInt(vocabulary::id)
        .findFirst()
        .orElse(Vocabulary.UNKNOWN);
  }
}
