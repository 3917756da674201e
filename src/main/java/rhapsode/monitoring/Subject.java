package rhapsode.monitoring;

/** The bot that is watched. Thread-safe; asked on a thread that may block. */
public interface Subject {
  /**
   * How many poems wait for a moderator; asks the database, so that it tells too whether that
   * answers.
   *
   * @throws RuntimeException if it does not
   */
  int poemsWaiting();

  /** How the database's connections are used; does not block. */
  Connections connections();

  /** The name of the model in service; empty if there is none. Does not block. */
  String model();

  /** How many poems are under way or wait to be written; does not block. */
  int poemsUnderWay();

  /**
   * Connections to the database.
   *
   * @param active lent out
   * @param idle to be had at once
   * @param waiting threads that wait for one
   * @param most that there will ever be
   */
  record Connections(int active, int idle, int waiting, int most) {
    static final Connections NONE = new Connections(0, 0, 0, 0);
  }
}
