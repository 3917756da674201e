package rhapsode.prosody;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Syllables that verse drops and marks with an apostrophe: {@code heav'n, wand'ring, pow'r} inside
 * a word, {@code 'mid, 'gainst} at its front, {@code th'eternal, 'twas} between two.
 */
final class Elisions implements Rule {
  private static final Pattern VOWELS = Pattern.compile("[aeiouy]+");

  /** What is left of the, it, do, of and in before another word. */
  private static final Map<String, String> LEANING =
      Map.of("th", "DH", "t", "T", "d", "D", "o", "AH", "i", "IH");

  private static final List<String> DROPPED = List.of("e", "o", "i", "a", "u", "ou");
  private static final List<String> FRONTS = List.of("a", "be", "e", "i", "ex");

  @Override
  public Optional<Pronunciation> derive(String word, Speaker speaker) {
    int apostrophe = word.indexOf('\'');
    if (apostrophe < 0) {
      return Optional.empty();
    }
    String before = word.substring(0, apostrophe);
    String after = word.substring(apostrophe + 1);
    String leaning = LEANING.get(before);
    if (leaning != null) {
      return speaker.known(after).map(next -> lean(leaning, next));
    }
    if (before.isEmpty()) {
      return front(after, speaker);
    }
    return after.equals("s") ? Optional.empty() : inside(before, after, speaker);
  }

  /**
   * {@code 'twas} leans on the next word; {@code 'mid} and {@code 'gainst} have lost their head.
   */
  private static Optional<Pronunciation> front(String after, Speaker speaker) {
    if (speaker.listed(after).isPresent()) {
      return speaker.listed(after);
    }
    return leaningIt(after, speaker)
        .or(
            () ->
                FRONTS.stream()
                    .map(front -> speaker.known(front + after))
                    .flatMap(Optional::stream)
                    .map(whole -> whole.without(0))
                    .findFirst())
        .or(() -> speaker.known(after));
  }

  private static Optional<Pronunciation> leaningIt(String after, Speaker speaker) {
    return after.startsWith("t") && after.length() > 2
        ? speaker.listed(after.substring(1)).map(next -> lean("T", next))
        : Optional.empty();
  }

  private static Optional<Pronunciation> inside(String before, String after, Speaker speaker) {
    int syllable = (int) VOWELS.matcher(before).results().count();
    return DROPPED.stream()
        .map(letters -> speaker.known(before + letters + after))
        .flatMap(Optional::stream)
        .map(whole -> without(whole, syllable))
        .findFirst()
        .or(() -> speaker.known(before + after));
  }

  private static Pronunciation lean(String sounds, Pronunciation next) {
    return Pronunciation.parse(sounds).then(next);
  }

  /** Only a weak syllable can go; where the spelling misleads, the word stays whole. */
  private static Pronunciation without(Pronunciation word, int syllable) {
    boolean weak = syllable < word.syllables() && !word.stresses().get(syllable).stressed();
    return weak ? word.without(syllable) : word;
  }
}
