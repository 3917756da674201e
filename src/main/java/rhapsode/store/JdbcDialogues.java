package rhapsode.store;

import java.util.List;
import java.util.Optional;

/** Keeps texts by name in the table {@code telegram_dialogue}. Thread-safe. */
public final class JdbcDialogues {
  private final Jdbc jdbc;

  public JdbcDialogues(Database database) {
    this.jdbc = database.jdbc();
  }

  /** Keeps a text in place of an older one. */
  public void put(String name, String content) {
    jdbc.write(
        on -> {
          int changed =
              on.update("update telegram_dialogue set content = ? where name = ?", content, name);
          return changed > 0
              ? changed
              : on.update("insert into telegram_dialogue values (?, ?)", name, content);
        });
  }

  public Optional<String> get(String name) {
    return jdbc
        .list(
            row -> row.getString("content"),
            "select content from telegram_dialogue where name = ?",
            name)
        .stream()
        .findFirst();
  }

  public void remove(String name) {
    jdbc.write(on -> on.update("delete from telegram_dialogue where name = ?", name));
  }

  /** All names, in order. */
  public List<String> names() {
    return jdbc.list(
        row -> row.getString("name"), "select name from telegram_dialogue order by name");
  }
}
