package rhapsode.telegram;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A call that the Bot API did not answer, with what is known of it all the same. */
final class Unanswered extends IOException {
  private static final long serialVersionUID = 1;

  private final Failure.Kind kind;

  Unanswered(Failure.Kind kind, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  Failure.Kind kind() {
    return kind;
  }
}
