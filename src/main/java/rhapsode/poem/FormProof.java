package rhapsode.poem;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import rhapsode.prosody.Rhyme;

/**
 * Line by line, what a form asked for and what a text has.
 *
 * @param lines one entry per line of the poem, in order
 */
public record FormProof(List<LineProof> lines) {
  public FormProof {
    lines = List.copyOf(lines);
  }

  /** Whether every line keeps the form. */
  public boolean holds() {
    return lines.stream().allMatch(LineProof::holds);
  }

  /**
   * An earlier line that a line has to rhyme with.
   *
   * @param line its index, from 0
   * @param endWord its last word
   * @param kind how the two lines rhyme
   */
  public record Partner(int line, String endWord, Rhyme kind) {
    /** Whether the lines rhyme as the form asks: perfectly, and not by the same word. */
    public boolean rhymes() {
      return kind == Rhyme.PERFECT;
    }
  }

  /**
   * The proof of one line.
   *
   * @param shape what the form asks of it
   * @param reading how it is spoken
   * @param partners the earlier lines it has to rhyme with, in order
   */
  public record LineProof(LineShape shape, Reading reading, List<Partner> partners) {
    public LineProof {
      partners = List.copyOf(partners);
    }

    /** How many syllables the line has. */
    public int syllables() {
      return reading.syllables();
    }

    /** How many syllables the form asks for; empty where it leaves that free. */
    public OptionalInt asked() {
      return shape.syllables();
    }

    /** Whether it has the syllables that the form asks for. */
    public boolean counts() {
      return asked().isEmpty() || asked().getAsInt() == syllables();
    }

    /** The words' own stresses, as {@link Reading#stresses} writes them. */
    public String stresses() {
      return reading.stresses();
    }

    /** The metre that the form asks for. */
    public Optional<Metre> metre() {
      return shape.metre();
    }

    /** Whether no word clashes with the metre. */
    public boolean metrical() {
      return metre().map(metre -> reading.clashing(metre).isEmpty()).orElse(true);
    }

    /** The last word, lower case, without punctuation; empty if the line has no word. */
    public String endWord() {
      return reading.endWord();
    }

    /** The index (from 0) of the nearest earlier line it has to rhyme with; empty for none. */
    public OptionalInt partner() {
      return partners.stream().mapToInt(Partner::line).max();
    }

    /**
     * Whether it rhymes perfectly with every earlier line of its letter and repeats no end word;
     * true where there is none.
     */
    public boolean rhymes() {
      return partners.stream().allMatch(Partner::rhymes);
    }

    /** The letter, a lower case code point, that it has to begin with; empty for any. */
    public OptionalInt initial() {
      return shape.initial();
    }

    /** Whether it begins with the letter that the form asks for. */
    public boolean begins() {
      return initial().isEmpty() || initial().equals(reading.initial());
    }

    /** Whether the line keeps the form. */
    public boolean holds() {
      return counts() && metrical() && rhymes() && begins();
    }
  }
}
