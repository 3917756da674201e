package rhapsode.yaml;

import org.jspecify.annotations.Nullable;

/**
 * A YAML file that cannot be used; the message is one sentence naming the file, the key and the
 * remedy.
 */
public final class YamlException extends RuntimeException {
  public YamlException(String message) {
    super(message);
  }

  public YamlException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
