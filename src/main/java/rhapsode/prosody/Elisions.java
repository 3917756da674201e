package rhapsode.prosody;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What verse does to words: endings that are written with an apostrophe or are out of use, traced
 * back to a word that the dictionary knows.
 */
final class Elisions {
  private static final Set<String> VOICELESS =
      Set.of("p", "t", "k", "f", "th", "s", "sh", "ch", "hh");
  private static final Set<String> SIBILANT = Set.of("s", "z", "sh", "zh", "ch", "jh");

  private final Function<String, Optional<List<String>>> dictionary;

  Elisions(Function<String, Optional<List<String>>> dictionary) {
    this.dictionary = dictionary;
  }

  /** Empty if no rule leads to a known word. */
  Optional<List<String>> of(String word) {
    return ending(word, "'d", this::past)
        .or(() -> ending(word, "'s", this::possessive))
        .or(() -> ending(word, "s'", this::possessive))
        .or(() -> ending(word, "'ll", this::will))
        .or(() -> ending(word, "'ve", base -> plus(base, "v")))
        .or(() -> ending(word, "'re", base -> plus(base, "r")))
        .or(() -> ending(word, "in'", base -> dictionary.apply(base + "ing").map(Elisions::dropG)))
        .or(() -> shortened(word))
        .or(() -> ending(word, "eth", base -> stem(base).flatMap(s -> plus(s, "ax", "th"))))
        .or(() -> ending(word, "est", base -> stem(base).flatMap(s -> plus(s, "ax", "s", "t"))))
        .or(() -> ending(word, "st", base -> stem(base).flatMap(s -> plus(s, "s", "t"))))
        .or(() -> word.startsWith("'") ? bare(word) : Optional.empty());
  }

  private Optional<List<String>> bare(String word) {
    String rest = word.substring(1);
    return dictionary.apply(rest).or(() -> of(rest));
  }

  private static Optional<List<String>> ending(
      String word, String ending, Function<String, Optional<List<String>>> rule) {
    return word.length() > ending.length() && word.endsWith(ending)
        ? rule.apply(word.substring(0, word.length() - ending.length()))
        : Optional.empty();
  }

  /** The word an ending was put to: as it is, with its silent e, or with its y. */
  private Optional<String> stem(String base) {
    boolean doubled =
        base.length() > 2 && base.charAt(base.length() - 1) == base.charAt(base.length() - 2);
    return List.of(
            base,
            base + "e",
            base.endsWith("i") ? base.substring(0, base.length() - 1) + "y" : base,
            doubled ? base.substring(0, base.length() - 1) : base)
        .stream()
        .filter(candidate -> dictionary.apply(candidate).isPresent())
        .findFirst();
  }

  private Optional<List<String>> plus(String stem, String... phones) {
    return dictionary
        .apply(stem)
        .map(
            known -> {
              var all = new ArrayList<>(known);
              all.addAll(List.of(phones));
              return all;
            });
  }

  /** {@code they'll} is one syllable, {@code it'll} two. */
  private Optional<List<String>> will(String base) {
    return Pronunciation.isVowel(last(base)) ? plus(base, "l") : plus(base, "ax", "l");
  }

  /** {@code look'd}: one syllable, where the language allows it. */
  private Optional<List<String>> past(String base) {
    return stem(base)
        .flatMap(
            stem -> {
              String last = last(stem);
              if (last.equals("t") || last.equals("d")) {
                return plus(stem, "ax", "d");
              }
              return plus(stem, VOICELESS.contains(last) ? "t" : "d");
            });
  }

  private Optional<List<String>> possessive(String base) {
    if (dictionary.apply(base).isEmpty()) {
      return Optional.empty();
    }
    String last = last(base);
    if (SIBILANT.contains(last)) {
      return plus(base, "ax", "z");
    }
    return plus(base, VOICELESS.contains(last) ? "s" : "z");
  }

  private String last(String known) {
    return dictionary.apply(known).map(phones -> phones.get(phones.size() - 1)).orElse("");
  }

  private static List<String> dropG(List<String> phones) {
    var all = new ArrayList<>(phones);
    if (all.get(all.size() - 1).equals("ng")) {
      all.set(all.size() - 1, "n");
    }
    return all;
  }

  /** {@code heav'n}, {@code ev'ry}, {@code pow'r}: the word with its vowel, less that syllable. */
  private Optional<List<String>> shortened(String word) {
    int at = word.indexOf('\'', 1);
    if (at < 0 || at == word.length() - 1) {
      return Optional.empty();
    }
    String before = word.substring(0, at);
    String after = word.substring(at + 1);
    for (String vowel : List.of("e", "i", "o", "a")) {
      Optional<List<String>> whole = dictionary.apply(before + vowel + after);
      if (whole.isPresent()) {
        return whole.map(phones -> withoutSyllable(phones, after));
      }
    }
    return Optional.empty();
  }

  /** Drops the unstressed vowel before the sounds that are spelled behind the apostrophe. */
  private static List<String> withoutSyllable(List<String> phones, String after) {
    long later = after.chars().filter(c -> "aeiouy".indexOf(c) >= 0).count();
    var all = new ArrayList<>(phones);
    int passed = 0;
    for (int i = all.size() - 1; i > 0; i--) {
      if (Pronunciation.isVowel(all.get(i)) && passed++ >= Math.min(later, 1)) {
        if (all.get(i).equals("er")) {
          all.set(i, "r");
        } else if (!all.get(i).endsWith("1")) {
          all.remove(i);
        }
        break;
      }
    }
    return all;
  }
}
