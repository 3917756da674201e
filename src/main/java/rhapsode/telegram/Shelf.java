package rhapsode.telegram;

import java.util.List;
import java.util.Optional;

/** Texts by key that outlive the process. Thread-safe. */
interface Shelf {
  /** Keeps a text in place of an older one. */
  void put(String key, String text);

  Optional<String> get(String key);

  void remove(String key);

  /** All keys, in order. */
  List<String> keys();
}
