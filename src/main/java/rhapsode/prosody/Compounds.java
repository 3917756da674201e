package rhapsode.prosody;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Two words written as one, with a hyphen or without: {@code star-lit, moonbeam}. Two rules, since
 * a hyphen parts a word more surely than its endings do: {@code to-day} is not to-da-y.
 */
final class Compounds implements Rule {
  private static final int SHORTEST_PART = 3;

  /** The lexicon has too many names of three letters to trust them all: war-bled, fur-led. */
  private static final Set<String> SHORT_PARTS =
      Set.of(
          ("air all arm ash bed bee bow box boy bud cow cup cut day dew dog ear elm end eye far fir"
                  + " fly foe fog fro fur god gun hay hen ice ink ivy joy lay lid lip lit log low mad"
                  + " man men mid mud new oak off oil old one out owl pen pig pit pot rag raw red row run"
                  + " sea set six sky sun ten tip toe top two war way web yew")
              .split(" "));

  private static final Pattern HYPHENS = Pattern.compile("-+");

  private final boolean hyphened;

  /**
   * Makes the rule.
   *
   * @param hyphened whether for words with a hyphen, or for those without
   */
  Compounds(boolean hyphened) {
    this.hyphened = hyphened;
  }

  @Override
  public Optional<Pronunciation> derive(String word, Speaker speaker) {
    if (word.contains("-") != hyphened) {
      return Optional.empty();
    }
    return hyphened ? hyphened(word, speaker) : closed(word, speaker);
  }

  private static Optional<Pronunciation> hyphened(String word, Speaker speaker) {
    Optional<Pronunciation> whole = speaker.listed(HYPHENS.matcher(word).replaceAll(""));
    if (whole.isPresent()) {
      return whole;
    }
    List<Optional<Pronunciation>> parts = HYPHENS.splitAsStream(word).map(speaker::known).toList();
    boolean leaning = word.startsWith("self-");
    return parts.stream().allMatch(Optional::isPresent)
        ? parts.stream().flatMap(Optional::stream).reduce((a, b) -> together(a, b, leaning))
        : Optional.empty();
  }

  /** The first of two words keeps its stress, but self- leaves it to the second. */
  private static Pronunciation together(Pronunciation a, Pronunciation b, boolean leaning) {
    return leaning ? a.demoted().then(b) : a.then(b.demoted());
  }

  private static Optional<Pronunciation> closed(String word, Speaker speaker) {
    int middle = word.length() / 2;
    return IntStream.rangeClosed(SHORTEST_PART, word.length() - SHORTEST_PART)
        .boxed()
        .sorted(Comparator.comparingInt(split -> Math.abs(split - middle)))
        .flatMap(split -> join(word, split, speaker))
        .findFirst();
  }

  private static Stream<Pronunciation> join(String word, int split, Speaker speaker) {
    return part(word.substring(0, split), speaker)
        .flatMap(
            first -> part(word.substring(split), speaker).map(last -> first.then(last.demoted())))
        .stream();
  }

  private static Optional<Pronunciation> part(String word, Speaker speaker) {
    boolean common = word.length() > SHORTEST_PART || SHORT_PARTS.contains(word);
    return common ? speaker.listed(word) : Optional.empty();
  }
}
