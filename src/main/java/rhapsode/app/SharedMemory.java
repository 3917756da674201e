package rhapsode.app;

import java.util.List;
import java.util.Optional;
import rhapsode.store.JdbcDialogues;
import rhapsode.store.JdbcUpdates;
import rhapsode.telegram.Memory;
import rhapsode.telegram.Shelf;

/** What Telegram's adapters of several processes know together, in their database. */
record SharedMemory(JdbcUpdates updates, JdbcDialogues texts) implements Memory {
  @Override
  public boolean take(int update, String content) {
    return updates.take(update, content);
  }

  @Override
  public void answered(int update) {
    updates.answered(update);
  }

  @Override
  public List<String> leftovers() {
    return updates.leftovers();
  }

  @Override
  public Shelf dialogues() {
    return new Shelf() {
      @Override
      public void put(String key, String text) {
        texts.put(key, text);
      }

      @Override
      public Optional<String> get(String key) {
        return texts.get(key);
      }

      @Override
      public void remove(String key) {
        texts.remove(key);
      }

      @Override
      public List<String> keys() {
        return texts.names();
      }
    };
  }
}
