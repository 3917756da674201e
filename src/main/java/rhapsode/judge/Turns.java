package rhapsode.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import rhapsode.language.PhraseHash;
import rhapsode.language.Tokenizer;
import rhapsode.language.Tokens;

/**
 * The turns of a line: runs of a few tokens, words and marks, with the end of the line and the end
 * of the line before it among them, so that an odd beginning or end counts as well. Pure.
 */
final class Turns {
  private Turns() {}

  /** The tokens of each line of a poem, as numbers. */
  static Stream<long[]> ofPoem(String poem) {
    return framed(poem.lines().toList()).stream();
  }

  /** The hashes of all turns of so many tokens. */
  static long[] of(List<String> lines, int length) {
    return framed(lines).stream()
        .flatMapToLong(
            line ->
                LongStream.rangeClosed(0, line.length - length)
                    .map(from -> PhraseHash.of(line, (int) from, length)))
        .toArray();
  }

  private static List<long[]> framed(List<String> lines) {
    var framed = new ArrayList<long[]>();
    for (String line : lines) {
      var tokens = new ArrayList<>(Tokenizer.line(line));
      if (!tokens.isEmpty()) {
        if (!framed.isEmpty()) {
          tokens.add(0, Tokens.LINE);
        }
        tokens.add(Tokens.LINE);
        framed.add(PhraseHash.words(tokens));
      }
    }
    return framed;
  }
}
