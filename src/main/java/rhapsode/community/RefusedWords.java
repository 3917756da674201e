package rhapsode.community;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Words and phrases that are neither taken in a poem nor written in one. They are found whatever
 * their case, accents and look-alike letters, with stretched letters and with digits and signs for
 * letters, but only as whole words. Immutable.
 */
public final class RefusedWords {
  /** No word is refused. */
  public static final RefusedWords NONE = new RefusedWords(List.of());

  /** What stands for a letter beside itself. */
  private static final String[] DISGUISES = {"a4@", "e3", "i1", "l1", "o0", "s5$"};

  /** A word or a phrase: for each of its words what it may look like. */
  private record Entry(List<String> words, List<Look> looks) {
    static Entry of(List<String> words) {
      return new Entry(words, words.stream().map(Look::of).toList());
    }

    boolean standsAt(int from, List<String> text) {
      if (from + looks.size() > text.size()) {
        return false;
      }
      for (int i = 0; i < looks.size(); i++) {
        if (!looks.get(i).fits(text.get(from + i))) {
          return false;
        }
      }
      return true;
    }
  }

  /**
   * What a word may look like. A run of a letter may be longer than it is listed, but not shorter:
   * "as" is no "ass". A sign may stand for either of two neighbours, so all ways to read a text are
   * followed at once, in a time that grows with both lengths alone.
   */
  private static final class Look {
    private final int[] letters;
    private final String[] signs;

    private Look(int[] letters) {
      this.letters = letters;
      signs = Arrays.stream(letters).mapToObj(Look::signs).toArray(String[]::new);
    }

    static Look of(String word) {
      return new Look(word.codePoints().toArray());
    }

    /** What stands for a letter, itself first. */
    private static String signs(int letter) {
      return Stream.of(DISGUISES)
          .filter(signs -> signs.charAt(0) == letter)
          .findFirst()
          .orElseGet(() -> Character.toString(letter));
    }

    boolean fits(String text) {
      if (!looksLike(0, text.codePointAt(0))) {
        return false; // As nearly all do.
      }
      var read = new boolean[letters.length + 1]; // Whether so many letters can have been read.
      read[0] = true;
      for (int sign : text.codePoints().toArray()) {
        var next = new boolean[letters.length + 1];
        boolean any = false;
        for (int i = 1; i <= letters.length; i++) {
          next[i] = (read[i - 1] || (read[i] && endsRun(i))) && looksLike(i - 1, sign);
          any |= next[i];
        }
        if (!any) {
          return false;
        }
        read = next;
      }
      return read[letters.length];
    }

    private boolean endsRun(int read) {
      return read == letters.length || letters[read] != letters[read - 1];
    }

    private boolean looksLike(int place, int sign) {
      return signs[place].indexOf(sign) >= 0;
    }
  }

  private final List<Entry> entries;

  private RefusedWords(List<Entry> entries) {
    this.entries = entries;
  }

  /**
   * Reads a list.
   *
   * @param lines a word or a phrase each; blank lines and what follows a {@code #} do not matter
   */
  public static RefusedWords of(List<String> lines) {
    return new RefusedWords(
        lines.stream()
            .map(line -> line.replaceAll("#.*", ""))
            .map(PlainWords::of)
            .filter(words -> !words.isEmpty())
            .map(Entry::of)
            .toList());
  }

  /**
   * The first listed word or phrase that stands in a text, in plain letters; empty if none does.
   */
  public Optional<String> in(String text) {
    List<String> words = PlainWords.of(text);
    for (int from = 0; from < words.size(); from++) {
      for (Entry entry : entries) {
        if (entry.standsAt(from, words)) {
          return Optional.of(String.join(" ", entry.words()));
        }
      }
    }
    return Optional.empty();
  }

  /** Whether any stands in a text. */
  public boolean standIn(String text) {
    return in(text).isPresent();
  }

  /** The listed phrases of several words, in plain letters. */
  public List<String> phrases() {
    return entries.stream()
        .map(Entry::words)
        .filter(words -> words.size() > 1)
        .map(words -> String.join(" ", words))
        .collect(Collectors.toCollection(ArrayList::new));
  }
}
