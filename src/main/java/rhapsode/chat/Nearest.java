package rhapsode.chat;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody probably meant. */
final class Nearest {
  private static final int LONGEST = 40;

  private Nearest() {}

  /** The word nearest by edit distance, if it is near enough to be meant. */
  static Optional<String> to(String typed, List<String> words) {
    String word = typed.strip().toLowerCase(Locale.ROOT);
    if (word.length() > LONGEST) {
      return Optional.empty();
    }
    return words.stream()
        .min(Comparator.comparingInt(candidate -> distance(word, candidate)))
        .filter(candidate -> candidate.length() > 2)
        .filter(candidate -> distance(word, candidate) <= Math.max(2, candidate.length() / 3));
  }

  /** Levenshtein 1966, row by row. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }

  /** What was typed, short enough to be said back. */
  static String shortened(String typed) {
    return typed.codePointCount(0, typed.length()) <= LONGEST
        ? typed
        : typed.substring(0, typed.offsetByCodePoints(0, LONGEST)) + "…";
  }
}
