package rhapsode.poem;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import rhapsode.prosody.Pronunciation;
import rhapsode.prosody.Prosody;
import rhapsode.prosody.Stress;

/**
 * A line as it is spoken.
 *
 * @param words in order; none if nothing of the line is spoken
 */
public record Reading(List<Spoken> words) {
  public Reading {
    words = List.copyOf(words);
  }

  /**
   * A word of a line.
   *
   * @param word lower case, without punctuation
   */
  public record Spoken(String word, Pronunciation sound) {}

  /** How a line is read. */
  static Reading of(Line line, Prosody prosody) {
    return new Reading(
        prosody.words(line.text()).stream()
            .map(word -> new Spoken(word, prosody.of(word)))
            .toList());
  }

  /** How many syllables the line has. */
  public int syllables() {
    return words.stream().mapToInt(word -> word.sound().syllables()).sum();
  }

  /**
   * The stresses that the words have by themselves, as CMU's digits, one a syllable: 1 primary, 2
   * secondary, 0 none; words apart: {@code 1 1 01 1 1 0 10 1}.
   */
  public String stresses() {
    return words.stream()
        .map(word -> word.sound().stressPattern())
        .filter(pattern -> !pattern.isEmpty())
        .collect(Collectors.joining(" "));
  }

  /** The last word; empty if there is none. */
  public String endWord() {
    return words.isEmpty() ? "" : words.get(words.size() - 1).word();
  }

  /** How the last word sounds. */
  Pronunciation end() {
    return words.isEmpty() ? Pronunciation.SILENT : words.get(words.size() - 1).sound();
  }

  /** The first letter or digit, as a code point; empty if nothing is spoken. */
  public OptionalInt initial() {
    return words.stream()
        .limit(1)
        .flatMapToInt(word -> word.word().codePoints())
        .filter(Character::isLetterOrDigit)
        .findFirst();
  }

  /** The words that break a beat, in order. */
  public List<String> clashing(Metre metre) {
    var clashing = new ArrayList<String>();
    walk(
        (from, spoken) -> {
          if (metre.clashes(from, spoken.sound())) {
            clashing.add(spoken.word());
          }
        });
    return clashing;
  }

  /**
   * The line as it is scanned: {@code w} and {@code S}, one a syllable. Words yield to the beat;
   * one that clashes, and what reaches beyond the metre's end, keeps its own stresses. So a line
   * that keeps the metre shows the metre.
   */
  public String scansion(Metre metre) {
    var scansion = new StringBuilder();
    walk(
        (from, spoken) -> {
          boolean clash = metre.clashes(from, spoken.sound());
          for (Stress stress : spoken.sound().stresses()) {
            int place = scansion.length();
            boolean own = clash || place >= metre.syllables();
            boolean strong = own ? stress == Stress.PRIMARY : metre.strong(place);
            scansion.append(strong ? 'S' : 'w');
          }
        });
    return scansion.toString();
  }

  /** Visits each word with the syllable, from 0, on which it begins. */
  private void walk(BiConsumer<Integer, Spoken> visitor) {
    int syllable = 0;
    for (Spoken word : words) {
      visitor.accept(syllable, word);
      syllable += word.sound().syllables();
    }
  }
}
