package rhapsode.telegram;

import java.util.List;

/** What several processes with one bot know together. Thread-safe. */
public interface Memory {
  /** What was under way when so many processes ended may be what ended them. */
  int MOST_TRIES = 5;

  /**
   * Writes an update down, for this process to answer.
   *
   * @return false if any process has taken it before
   */
  boolean take(int update, String content);

  /** Strikes an update out: it is answered. Its content is gone after that. */
  void answered(int update);

  /** The contents of updates whose process ended; from now on they are this process's. */
  List<String> leftovers();

  /** The dialogues under way. */
  Shelf dialogues();
}
