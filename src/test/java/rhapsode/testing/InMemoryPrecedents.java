package rhapsode.testing;

import java.time.Instant;
import java.util.List;
import rhapsode.community.Author;
import rhapsode.community.Fingerprint;
import rhapsode.community.Precedents;
import rhapsode.community.SubmittedPoem;

/** What an {@link InMemoryPoemStore} was given before. Thread-safe. */
public final class InMemoryPrecedents implements Precedents {
  private final InMemoryPoemStore poems;

  public InMemoryPrecedents(InMemoryPoemStore poems) {
    this.poems = poems;
  }

  @Override
  public List<SubmittedPoem> like(String text) {
    Fingerprint wanted = Fingerprint.of(text, InMemoryPoemStore.SALT);
    return poems.all().stream()
        .filter(poem -> poems.fingerprint(poem.id()).isNear(wanted))
        .toList();
  }

  @Override
  public int givenSince(Instant time, Author author) {
    return (int)
        poems.all().stream()
            .filter(poem -> poem.author().isSamePerson(author) && !poem.at().isBefore(time))
            .count();
  }
}
