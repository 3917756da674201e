package rhapsode.store;

/** What one process does for all of those that share a database; each is a row of table duty. */
public enum Duty {
  /** Does what the clock says: trainings that nobody asked for, backups. */
  BELL,
  /** Fetches Telegram's updates: two that do get in each other's way. */
  TELEGRAM
}
