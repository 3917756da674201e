package rhapsode.chat.command;

import rhapsode.community.PoemStatus;
import rhapsode.wording.Phrase;

/** Small words that several commands say. */
final class Words {
  private Words() {}

  static Phrase status(PoemStatus status) {
    return switch (status) {
      case PENDING -> Phrase.of("poem.pending");
      case APPROVED -> Phrase.of("poem.approved");
      case REJECTED -> Phrase.of("poem.rejected");
      case WITHDRAWN -> Phrase.of("poem.withdrawn");
    };
  }

  static Phrase yes(boolean allowed) {
    return allowed ? Phrase.of("yes") : Phrase.of("no");
  }
}
