package rhapsode.testing;

import java.time.InstantSource;
import rhapsode.chat.Noticeboard;
import rhapsode.community.Conditions;
import rhapsode.community.Moderation;
import rhapsode.community.Submissions;

/** People's poems in memory, and what is done with them. */
public record Community(
    InMemoryPoemStore store,
    Submissions submissions,
    Moderation moderation,
    Noticeboard noticeboard) {
  /** An empty one. */
  public Community() {
    this(new InMemoryPoemStore(), new SettableClock());
  }

  /** One in which trusted authors skip the queue. */
  public Community(InMemoryPoemStore store, InstantSource clock) {
    this(
        store,
        new Submissions(store, store.standings(), true, clock, Conditions.NONE),
        new Moderation(store, store.standings(), clock),
        new Noticeboard());
  }
}
