package rhapsode.app.doctor;

import java.util.Locale;

/** How it stands with what was looked at. */
public enum State {
  /** As it should be. */
  OK,
  /** Not in use, so there was nothing to look at. */
  OFF,
  /** The bot runs, but something will not work, or not well. */
  WARNING,
  /** The bot does not start, or a part of it does not. */
  FAULT;

  /** As people and programs read it. */
  public String mark() {
    return name().toLowerCase(Locale.ROOT);
  }
}
