package rhapsode.community;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Puts what people type into the shape in which it is kept. */
final class Texts {
  private Texts() {}

  /**
   * Line breaks as {@code \n}, at most one blank line in a row, no blanks at line ends, no control,
   * invisible or unpaired characters, composed accents, at most two marks on a letter.
   */
  static String clean(String text) {
    String visible =
        Normalizer.normalize(text.replace("\r\n", "\n").replace('\r', '\n'), Normalizer.Form.NFC)
            .codePoints()
            .filter(Texts::isKept)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString()
            .replaceAll("(\\p{M}{2})\\p{M}+", "$1");
    String lines =
        Arrays.stream(visible.split("\n", -1)).map(String::strip).collect(Collectors.joining("\n"));
    return lines.replaceAll("\n{3,}", "\n\n").strip();
  }

  private static boolean isKept(int character) {
    int type = Character.getType(character);
    // The zero-width joiner holds emoji together.
    return character == '\n'
        || character == 0x200D
        || (type != Character.CONTROL
            && type != Character.FORMAT
            && type != Character.SURROGATE
            && type != Character.UNASSIGNED
            && type != Character.PRIVATE_USE);
  }

  static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  static long words(String text) {
    return Arrays.stream(text.split("\\s+"))
        .filter(word -> word.codePoints().anyMatch(Character::isLetter))
        .count();
  }

  /** The share of Latin letters among all letters, which is what the network can read; 0 to 1. */
  static double latinShare(String text) {
    long letters = text.codePoints().filter(Character::isLetter).count();
    long latin =
        text.codePoints()
            .filter(Character::isLetter)
            .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN)
            .count();
    return letters == 0 ? 0 : (double) latin / letters;
  }
}
