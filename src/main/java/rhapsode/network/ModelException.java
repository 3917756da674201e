package rhapsode.network;

import org.jspecify.annotations.Nullable;

/** A model that cannot be used, or a training that cannot go on; the message is one sentence. */
public final class ModelException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ModelException(String message) {
    super(message);
  }

  public ModelException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
