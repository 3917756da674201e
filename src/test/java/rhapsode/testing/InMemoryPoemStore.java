package rhapsode.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import rhapsode.community.Author;
import rhapsode.community.PoemStatus;
import rhapsode.community.PoemStore;
import rhapsode.community.Submission;
import rhapsode.community.SubmittedPoem;

/** A poem store without a database; held to the same contract as the real one. */
public final class InMemoryPoemStore implements PoemStore {
  private final Map<Long, SubmittedPoem> poems = new ConcurrentSkipListMap<>();
  private final AtomicLong ids = new AtomicLong();

  @Override
  public SubmittedPoem add(Submission s, Instant at) {
    var poem =
        new SubmittedPoem(
            ids.incrementAndGet(),
            s.author(),
            s.community(),
            s.title(),
            s.text(),
            at,
            s.consent(),
            s.status());
    poems.put(poem.id(), poem);
    return poem;
  }

  @Override
  public Optional<SubmittedPoem> find(long id) {
    return Optional.ofNullable(poems.get(id));
  }

  @Override
  public List<SubmittedPoem> byAuthor(Author author) {
    var found = new ArrayList<>(where(poem -> isOf(poem, author) && !isWithdrawn(poem)));
    found.sort(Comparator.comparing(SubmittedPoem::id).reversed());
    return found;
  }

  @Override
  public boolean withdraw(long id, Author author, Instant at) {
    return find(id)
        .filter(poem -> isOf(poem, author) && !isWithdrawn(poem))
        .map(
            p ->
                poems.put(
                    id,
                    new SubmittedPoem(
                        id,
                        p.author(),
                        p.community(),
                        "",
                        "",
                        p.at(),
                        p.consent(),
                        PoemStatus.WITHDRAWN)))
        .isPresent();
  }

  @Override
  public List<SubmittedPoem> forTraining() {
    return where(poem -> poem.status() == PoemStatus.APPROVED && poem.consent().training());
  }

  @Override
  public boolean holdsText(String text) {
    return !where(poem -> !isWithdrawn(poem) && even(poem.text()).equals(even(text))).isEmpty();
  }

  @Override
  public int count(PoemStatus status) {
    return where(poem -> poem.status() == status).size();
  }

  private List<SubmittedPoem> where(Predicate<SubmittedPoem> condition) {
    return poems.values().stream().filter(condition).toList();
  }

  private static boolean isOf(SubmittedPoem poem, Author author) {
    return poem.author().platform().equals(author.platform())
        && poem.author().id().equals(author.id());
  }

  private static boolean isWithdrawn(SubmittedPoem poem) {
    return poem.status() == PoemStatus.WITHDRAWN;
  }

  private static String even(String text) {
    return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }
}
