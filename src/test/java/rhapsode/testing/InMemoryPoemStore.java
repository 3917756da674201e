package rhapsode.testing;

import static java.time.temporal.ChronoUnit.MICROS;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import rhapsode.community.Author;
import rhapsode.community.Consent;
import rhapsode.community.Decision;
import rhapsode.community.Fingerprint;
import rhapsode.community.PoemStatus;
import rhapsode.community.PoemStore;
import rhapsode.community.PoemText;
import rhapsode.community.Standing;
import rhapsode.community.Submission;
import rhapsode.community.SubmittedPoem;

/** A store that forgets with the test, and otherwise keeps the port's promises. Thread-safe. */
public final class InMemoryPoemStore implements PoemStore {
  static final String SALT = "salt";

  private final Map<Long, Fingerprint> fingerprints = new HashMap<>();
  private final SortedMap<Long, SubmittedPoem> poems = new TreeMap<>();
  private final Map<Long, Decision> decisions = new HashMap<>();
  private final Map<Long, Instant> withdrawals = new HashMap<>();
  private final InMemoryStandings standings = new InMemoryStandings();

  /** Where its authors stand. */
  public InMemoryStandings standings() {
    return standings;
  }

  /** Every poem that was not withdrawn, by id. */
  synchronized List<SubmittedPoem> remaining() {
    return kept().toList();
  }

  /** All there are, withdrawn ones too, by id. */
  public synchronized List<SubmittedPoem> all() {
    return List.copyOf(poems.values());
  }

  @Override
  public synchronized SubmittedPoem add(Submission submission, Instant at) {
    SubmittedPoem poem =
        new SubmittedPoem(
            poems.size() + 1L,
            submission.author(),
            submission.community(),
            submission.title(),
            submission.text(),
            at.truncatedTo(MICROS),
            toTheMicrosecond(submission.consent()),
            submission.status());
    poems.put(poem.id(), poem);
    fingerprints.put(poem.id(), Fingerprint.of(poem.text(), SALT));
    return poem;
  }

  @Override
  public synchronized Optional<SubmittedPoem> find(long id) {
    return Optional.ofNullable(poems.get(id));
  }

  @Override
  public synchronized List<SubmittedPoem> byAuthor(Author author) {
    return kept()
        .filter(poem -> poem.author().isSamePerson(author))
        .sorted(Comparator.comparing(SubmittedPoem::id).reversed())
        .toList();
  }

  @Override
  public synchronized boolean withdraw(long id, Author author, Instant at) {
    Optional<SubmittedPoem> poem =
        kept().filter(p -> p.id() == id && p.author().isSamePerson(author)).findFirst();
    poem.ifPresent(
        p -> {
          poems.put(id, erased(p));
          withdrawals.put(id, at.truncatedTo(MICROS));
        });
    return poem.isPresent();
  }

  @Override
  public synchronized Optional<SubmittedPoem> firstPending() {
    return kept().filter(poem -> poem.status() == PoemStatus.PENDING).findFirst();
  }

  @Override
  public synchronized boolean decide(long id, Decision decision) {
    Optional<SubmittedPoem> waiting = find(id).filter(poem -> poem.status() == PoemStatus.PENDING);
    waiting.ifPresent(
        p -> {
          poems.put(
              id,
              new SubmittedPoem(
                  id,
                  p.author(),
                  p.community(),
                  p.title(),
                  p.text(),
                  p.at(),
                  p.consent(),
                  decision.verdict()));
          Author moderator = decision.moderator();
          decisions.put(
              id,
              new Decision(
                  decision.verdict(),
                  new Author(moderator.platform(), moderator.id(), ""),
                  decision.reason(),
                  decision.at().truncatedTo(MICROS)));
          standings.decided(id, decisions.get(id));
        });
    return waiting.isPresent();
  }

  @Override
  public synchronized Optional<Decision> decision(long id) {
    return Optional.ofNullable(decisions.get(id));
  }

  @Override
  public void readForTraining(Consumer<SubmittedPoem> reader) {
    learned().forEach(reader);
  }

  @Override
  public void readForTraining(Collection<Long> ids, Consumer<SubmittedPoem> reader) {
    learned().stream().filter(poem -> ids.contains(poem.id())).forEach(reader);
  }

  @Override
  public int countForTraining() {
    return learned().size();
  }

  private synchronized List<SubmittedPoem> learned() {
    return kept()
        .filter(poem -> poem.status() == PoemStatus.APPROVED && poem.consent().training())
        .filter(poem -> standings.of(poem.author()) != Standing.BANNED)
        .toList();
  }

  @Override
  public synchronized int approvedSince(Instant at) {
    return (int)
        learned().stream()
            .filter(p -> decision(p.id()).map(Decision::at).orElse(p.at()).isAfter(at))
            .count();
  }

  @Override
  public synchronized boolean holdsText(String text) {
    return kept().anyMatch(poem -> PoemText.key(poem.text()).equals(PoemText.key(text)));
  }

  @Override
  public synchronized int count(PoemStatus status) {
    return (int) poems.values().stream().filter(poem -> poem.status() == status).count();
  }

  /** What a poem is recognised by; of an erased one, nothing. */
  synchronized Fingerprint fingerprint(long id) {
    return fingerprints.getOrDefault(id, Fingerprint.of(List.of()));
  }

  /** When a poem was taken back. */
  synchronized Optional<Instant> withdrawal(long id) {
    return Optional.ofNullable(withdrawals.get(id));
  }

  /** Forgets who gave a poem, and what is in it. */
  synchronized void anonymise(long id, Instant at) {
    SubmittedPoem poem = poems.get(id);
    var nobody = new Author(poem.author().platform(), Author.ERASED, "");
    fingerprints.remove(id);
    withdrawals.putIfAbsent(id, at.truncatedTo(MICROS));
    poems.put(
        id,
        new SubmittedPoem(id, nobody, "", "", "", poem.at(), poem.consent(), PoemStatus.WITHDRAWN));
  }

  private Stream<SubmittedPoem> kept() {
    return poems.values().stream().filter(poem -> poem.status() != PoemStatus.WITHDRAWN);
  }

  private static SubmittedPoem erased(SubmittedPoem poem) {
    return new SubmittedPoem(
        poem.id(),
        new Author(poem.author().platform(), poem.author().id(), ""),
        poem.community(),
        "",
        "",
        poem.at(),
        poem.consent(),
        PoemStatus.WITHDRAWN);
  }

  private static Consent toTheMicrosecond(Consent consent) {
    return new Consent(
        consent.training(),
        consent.display(),
        consent.attribution(),
        consent.version(),
        consent.at().truncatedTo(MICROS));
  }
}
