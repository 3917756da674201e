package rhapsode.telegram;

import java.util.List;
import java.util.Optional;

/** Texts by key that outlive the process. Thread-safe. */
public interface Shelf {
  /** Keeps a text in place of an older one. */
  void put(String key, String text);

  /** The text of a key, if there is one. */
  Optional<String> get(String key);

  /** Removes a text, if there is one. */
  void remove(String key);

  /** All keys, in order. */
  List<String> keys();
}
