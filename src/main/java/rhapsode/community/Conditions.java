package rhapsode.community;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import rhapsode.wording.Phrase;

/**
 * On which conditions a poem is taken that is a poem in itself. Thread-safe if its parts are.
 *
 * @param refused words that are not taken
 * @param known verse that is not taken, as the model knows it already
 * @param precedents what was given before
 * @param perDay how many poems one author may give in 24 hours; owners may give more
 */
public record Conditions(
    RefusedWords refused, KnownVerse known, Precedents precedents, int perDay) {
  private static final Duration DAY = Duration.ofDays(1);

  /** From this share on, a text is the training text's. */
  private static final double MOSTLY = 0.5;

  /** Everything is taken but the very same text. */
  public static final Conditions NONE =
      new Conditions(
          RefusedWords.NONE,
          KnownVerse.NONE,
          new Precedents() {
            @Override
            public List<SubmittedPoem> like(String text) {
              return List.of();
            }

            @Override
            public int givenSince(Instant time, Author author) {
              return 0;
            }
          },
          Integer.MAX_VALUE);

  /** What is wrong with the words themselves. */
  Optional<Phrase> faultOf(String title, String text) {
    Optional<String> word = refused.in(title + "\n" + text);
    if (word.isPresent()) {
      return Optional.of(Phrase.of("submit.refused-word", word.get()));
    }
    return known.share(text) > MOSTLY ? Optional.of(Phrase.of("submit.known")) : Optional.empty();
  }

  /**
   * What is wrong with it beside what was given before. An author may give again what they took
   * back; nobody else may.
   */
  Optional<Phrase> faultOf(Submission submission, boolean byOwner, Instant now) {
    Author author = submission.author();
    if (!byOwner && precedents.givenSince(now.minus(DAY), author) >= perDay) {
      return Optional.of(Phrase.of("submit.many", perDay));
    }
    return precedents.like(submission.text()).stream()
        .filter(
            poem -> poem.status() != PoemStatus.WITHDRAWN || !poem.author().isSamePerson(author))
        .findFirst()
        .map(poem -> Phrase.of("submit.nearly-twice"));
  }
}
