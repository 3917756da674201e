package rhapsode.community;

/** What moderators think of an author. */
public enum Standing {
  /** May give no poems; those that were approved are neither learned nor shown meanwhile. */
  BANNED,
  /** Like everyone: a moderator looks at each poem. */
  NEUTRAL,
  /** Gives poems that need no look, if the operator's settings say so. */
  TRUSTED
}
