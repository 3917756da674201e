package rhapsode.telegram;

import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;

/**
 * Where something was said.
 *
 * @param chat a person's id in private, negative for a group
 * @param topic of a forum, or nothing
 * @param message what is answered, 0 for nothing
 */
record Place(long chat, @Nullable Integer topic, int message) {
  boolean group() {
    return chat < 0;
  }

  /** In a group it has to be seen who is answered. */
  @Nullable ReplyParameters answering() {
    return group() && message != 0
        ? ReplyParameters.builder().messageId(message).allowSendingWithoutReply(true).build()
        : null;
  }
}
