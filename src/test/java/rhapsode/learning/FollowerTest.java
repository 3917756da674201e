package rhapsode.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import rhapsode.learning.ModelVersion.State;
import rhapsode.learning.TrainingRun.Cause;
import rhapsode.testing.FakeFaculty;
import rhapsode.testing.InMemoryModelHistory;

class FollowerTest {
  private final InMemoryModelHistory history = new InMemoryModelHistory();
  private final FakeFaculty staff = new FakeFaculty();
  private final Follower follower = new Follower(history, staff.faculty());

  private void promoted(String name) {
    history.add(new ModelVersion(name, "base", Instant.EPOCH, 1, 9, 8, State.IN_SERVICE, null));
  }

  @Test
  void whatAnotherProcessPromotesWritesHere() {
    promoted("one");
    staff.files.add("one");
    follower.follow();
    assertEquals("one", staff.current());
    history.exchange(Optional.of("one"), Optional.empty());
    follower.follow();
    assertEquals("base", staff.current());
    history.exchange(Optional.empty(), Optional.of("one"));
    follower.follow();
    assertEquals("one", staff.current());
  }

  @Test
  void whatCannotBeReadIsTriedAgainAndTheOneBeforeGoesOn() {
    promoted("one");
    staff.files.add("one");
    follower.follow();
    promoted("two");
    follower.follow();
    follower.follow();
    assertEquals("one", staff.current());
    staff.files.add("two");
    follower.follow();
    assertEquals("two", staff.current());
  }

  @Test
  void whatWasForgottenIsRemovedHereTooButNotARunUnderWay() {
    promoted("one");
    promoted("two");
    String run = history.begin(Cause.ASKED, "base", List.of(), Instant.EPOCH).orElseThrow().model();
    staff.files.addAll(Set.of("one", "two", run, "base-99"));
    follower.follow();
    assertEquals(Set.of("one", "two", run), staff.files);
    history.forget("one");
    follower.follow();
    assertEquals(Set.of("two", run), staff.files);
  }

  /** The folder that all processes see may be one that others keep something in. */
  @Test
  void whatTheBotDidNotMakeStays() {
    Set<String> others = Set.of("base", "base-", "base-1a", "base-0x", "xbase-1", "another-1");
    staff.files.addAll(others);
    follower.follow();
    assertEquals(others, staff.files);
  }

  @Test
  void whatWasTaughtFromAnEarlierBaseGoesToo() {
    promoted("earlier-7");
    promoted("base-8");
    history.forget("earlier-7");
    staff.files.addAll(Set.of("earlier-7", "base-8"));
    follower.follow();
    assertEquals(Set.of("base-8"), staff.files);
  }

  @Test
  void theFilesOfTheModelThatWritesStayUntilAnotherOneDoes() {
    promoted("one");
    staff.files.add("one");
    follower.follow();
    promoted("two");
    history.forget("one");
    follower.follow();
    assertEquals(Set.of("one"), staff.files);
    staff.files.add("two");
    follower.follow();
    assertEquals(Set.of("two"), staff.files);
  }
}
