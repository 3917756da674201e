package rhapsode.prosody;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Syllables that verse drops and marks with an apostrophe: {@code heav'n, wand'ring, pow'r} inside
 * a word, {@code 'mid, 'gainst} at its front, {@code th'eternal, 'twas} between two.
 */
final class Elisions implements Rule {
  private static final Pattern VOWELS = Pattern.compile("[aeiouy]+");
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
    return switch (before) {
      case "" -> front(after, speaker);
      case "th" -> speaker.known(after).map(next -> leaning("DH", next));
      case "t" -> speaker.known(after).map(next -> leaning("T", next));
      case "d" -> speaker.known(after).map(next -> leaning("D", next));
      case "o" -> speaker.known(after).map(next -> leaning("AH", next));
      case "i" -> speaker.known(after).map(next -> leaning("IH", next));
      default -> after.equals("s") ? Optional.empty() : inside(before, after, speaker);
    };
  }

  private static Optional<Pronunciation> front(String after, Speaker speaker) {
    if (after.startsWith("t") && after.length() > 2) {
      Optional<Pronunciation> it =
          speaker.listed(after.substring(1)).map(next -> leaning("T", next));
      if (it.isPresent() && speaker.listed(after).isEmpty()) {
        return it;
      }
    }
    Optional<Pronunciation> whole =
        FRONTS.stream()
            .filter(front -> speaker.listed(after).isEmpty())
            .map(front -> speaker.known(front + after).map(sounds -> headless(sounds)))
            .flatMap(Optional::stream)
            .findFirst();
    return whole.isPresent() ? whole : speaker.known(after);
  }

  private static Optional<Pronunciation> inside(String before, String after, Speaker speaker) {
    int syllable = (int) VOWELS.matcher(before).results().count();
    return Stream.concat(DROPPED.stream(), Stream.of(""))
        .map(letters -> speaker.known(before + letters + after))
        .flatMap(Optional::stream)
        .map(whole -> without(whole, syllable))
        .findFirst();
  }

  private static Pronunciation leaning(String sounds, Pronunciation next) {
    return Pronunciation.parse(sounds).then(next);
  }

  /** The word from its first stressed syllable's onset on: against, 'gainst. */
  private static Pronunciation headless(Pronunciation word) {
    return word.without(0);
  }

  private static Pronunciation without(Pronunciation word, int syllable) {
    boolean weak = syllable < word.syllables() && !word.stresses().get(syllable).stressed();
    return weak ? word.without(syllable) : word;
  }
}
