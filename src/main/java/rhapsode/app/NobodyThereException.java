package rhapsode.app;

import java.util.List;

/** The bot has nobody to talk to: no platform, and nothing on its input. */
final class NobodyThereException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param platforms why each of them that there is a token for is not there
   */
  NobodyThereException(List<String> platforms) {
    super(
        platforms.isEmpty()
            ? "Nobody can talk to the bot: there is no token of a platform, and nothing on its input."
            : "Nobody can talk to the bot. " + String.join(" ", platforms));
  }
}
