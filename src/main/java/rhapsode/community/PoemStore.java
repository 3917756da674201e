package rhapsode.community;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Keeps submitted poems. When a method that writes returns, what it wrote survives the death of the
 * process and, as far as the disk obeys, the loss of power; when it throws, the write may or may
 * not have been kept. Times are kept to the microsecond. Authors are told apart by platform and id,
 * never by name. Thread-safe; every method blocks on the disk. Any method may throw the store's
 * unchecked exception when the database cannot be used.
 */
public interface PoemStore {
  /**
   * Stores a poem and gives it its id. The same text may be stored twice: who must not, asks {@link
   * #holdsText} first.
   *
   * @return the poem as {@link #find} will give it
   */
  SubmittedPoem add(Submission submission, Instant at);

  Optional<SubmittedPoem> find(long id);

  /** An author's poems that were not withdrawn, newest first. */
  List<SubmittedPoem> byAuthor(Author author);

  /**
   * Takes a poem back: its status becomes {@link PoemStatus#WITHDRAWN}, and its text, its title and
   * its author's name leave the store.
   *
   * @return whether there was such a poem of this author, not withdrawn before
   */
  boolean withdraw(long id, Author author, Instant at);

  /** The poem that has waited longest for a moderator. */
  Optional<SubmittedPoem> firstPending();

  /**
   * Decides about a poem that waits for it, and keeps who did.
   *
   * @return false if it no longer waits: somebody else was faster, or its author took it back
   */
  boolean decide(long id, Decision decision);

  /** What was decided about a poem last. */
  Optional<Decision> decision(long id);

  /**
   * How many of the poems {@link #forTraining} were approved after a moment: by a moderator's
   * decision, or with their coming where they needed none.
   */
  int approvedSince(Instant at);

  /**
   * Hands over the approved poems whose authors allow training and are not banned, by id, one after
   * the other: a large community's do not all fit in memory.
   */
  void readForTraining(Consumer<SubmittedPoem> reader);

  /** The same with those of them that are asked for, which need not be known. */
  void readForTraining(Collection<Long> ids, Consumer<SubmittedPoem> reader);

  /** How many those are. */
  int countForTraining();

  /** All of those. */
  default List<SubmittedPoem> forTraining() {
    var poems = new ArrayList<SubmittedPoem>();
    readForTraining(poems::add);
    return poems;
  }

  /**
   * Whether a poem with this very text (blanks and case aside, see {@link PoemText#key}) is in the
   * store and not withdrawn.
   */
  boolean holdsText(String text);

  /** How many poems stand at this status. */
  int count(PoemStatus status);
}
