package rhapsode.testing;

import java.time.Instant;
import java.util.List;
import rhapsode.community.Author;
import rhapsode.community.PersonalData;
import rhapsode.community.PersonalRecords;
import rhapsode.community.SubmittedPoem;

/** What the other stores in memory hold about a person. Thread-safe. */
public final class InMemoryPersonalRecords implements PersonalRecords {
  private final InMemoryPoemStore poems;
  private final InMemoryShownPoems shown;
  private final InMemoryAnthology anthology;

  public InMemoryPersonalRecords(
      InMemoryPoemStore poems, InMemoryShownPoems shown, InMemoryAnthology anthology) {
    this.poems = poems;
    this.shown = shown;
    this.anthology = anthology;
  }

  private List<SubmittedPoem> given(Author person) {
    return poems.all().stream().filter(poem -> poem.author().isSamePerson(person)).toList();
  }

  @Override
  public synchronized PersonalData of(Author person) {
    return new PersonalData(
        given(person).stream()
            .map(
                poem ->
                    new PersonalData.Given(
                        poem, poems.decision(poem.id()), poems.withdrawal(poem.id())))
            .toList(),
        shown.likedBy(person),
        anthology.writtenFor(person),
        anthology.likedBy(person),
        poems.standings().of(person),
        poems.standings().deedsOf(person));
  }

  @Override
  public synchronized boolean erase(Author person, Instant at) {
    boolean any = !of(person).isEmpty();
    given(person).forEach(poem -> poems.anonymise(poem.id(), at));
    poems.standings().forgetTrust(person);
    shown.dropLikes(person);
    anthology.writtenFor(person).forEach(poem -> anthology.erase(poem.id()));
    anthology.dropLikes(person);
    return any;
  }
}
