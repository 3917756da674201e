package rhapsode.community;

/** Where a submitted poem stands. */
public enum PoemStatus {
  /** Waits for a moderator. */
  PENDING,
  /** May be used as far as its consent goes. */
  APPROVED,
  /** Was refused by a moderator. */
  REJECTED,
  /** Was taken back by its author; its text is gone from the store. */
  WITHDRAWN
}
