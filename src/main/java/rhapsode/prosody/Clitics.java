package rhapsode.prosody;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** What leans on a word after an apostrophe: {@code love's, they'll, look'd, know'st, singin'}. */
final class Clitics implements Rule {
  private record Clitic(
      String spelling,
      BiFunction<String, Speaker, Optional<Pronunciation>> host,
      UnaryOperator<Pronunciation> join) {}

  private static final List<Clitic> CLITICS =
      List.of(
          word("n't", "N T", "AH N T"),
          new Clitic("'s", (host, speaker) -> speaker.known(host), Endings::plural),
          word("'ll", "L", "AH L"),
          word("'ve", "V", "AH V"),
          word("'re", "R", "ER"),
          word("'m", "M", "M"),
          word("'rt", "R T", "R T"),
          word("'lt", "L T", "L T"),
          word("'t", "T", "T"),
          new Clitic("'st", Endings::beforeVowel, host -> host.then("S T")),
          new Clitic("'d", Endings::beforeVowel, Endings::past),
          new Clitic("in'", (host, speaker) -> speaker.known(host + "ing"), Clitics::clip),
          word("'", "", ""));

  @Override
  public Optional<Pronunciation> derive(String word, Speaker speaker) {
    return CLITICS.stream()
        .filter(clitic -> word.length() > clitic.spelling().length())
        .filter(clitic -> word.endsWith(clitic.spelling()))
        .map(clitic -> derive(word, clitic, speaker))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<Pronunciation> derive(String word, Clitic clitic, Speaker speaker) {
    String host = word.substring(0, word.length() - clitic.spelling().length());
    return clitic.host().apply(host, speaker).map(clitic.join());
  }

  private static Clitic word(String spelling, String afterVowel, String afterConsonant) {
    return new Clitic(
        spelling,
        (host, speaker) -> speaker.known(host),
        host -> host.then(host.last().vowel() ? afterVowel : afterConsonant));
  }

  private static Pronunciation clip(Pronunciation word) {
    return word.upTo(word.phonemes().size() - 1).then("N");
  }
}
