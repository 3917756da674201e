package rhapsode.prosody;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Two words written as one, with a hyphen or without: {@code star-lit, moonbeam}. */
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

  @Override
  public Optional<Pronunciation> derive(String word, Speaker speaker) {
    return word.contains("-") ? hyphened(word, speaker) : closed(word, speaker);
  }

  private static Optional<Pronunciation> hyphened(String word, Speaker speaker) {
    List<Optional<Pronunciation>> parts = HYPHENS.splitAsStream(word).map(speaker::known).toList();
    return parts.stream().allMatch(Optional::isPresent)
        ? parts.stream()
            .flatMap(Optional::stream)
            .reduce((first, next) -> first.then(next.demoted()))
        : Optional.empty();
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
