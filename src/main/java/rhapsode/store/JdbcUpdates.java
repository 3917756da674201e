package rhapsode.store;

import java.util.ArrayList;
import java.util.List;

/**
 * Keeps what came from Telegram in the table {@code telegram_update}: each update is of the process
 * that took it, until that one is gone; then of the first other one that asks. Thread-safe.
 */
public final class JdbcUpdates {
  /** More than Telegram can give again: 100 in a batch that was not confirmed. */
  private static final int REMEMBERED = 1000;

  private static final int BETWEEN_TIDYING = 100;

  private final Jdbc jdbc;
  private final Membership membership;
  private final int mostTries;

  /**
   * @param mostTries what was under way when so many processes ended may be what ended them
   */
  public JdbcUpdates(Database database, Membership membership, int mostTries) {
    this.jdbc = database.jdbc();
    this.membership = membership;
    this.mostTries = mostTries;
  }

  private record Left(long id, int tries, String content) {}

  /**
   * Writes an update down.
   *
   * @return whether it is this process's to answer: not if one took it before, nor if the others
   *     took this process for dead, in which case one of them answers it
   */
  public boolean take(long update, String content) {
    long process = membership.id();
    try {
      return jdbc.write(
                  on ->
                      on.update(
                          """
                      insert into telegram_update (id, process_id, tries, content, answered)
                      select cast(? as bigint), (select id from process where id = ?), 1,
                        cast(? as varchar), false
                      where not exists (select 1 from telegram_update where id = ?)
                      """,
                          update,
                          process,
                          content,
                          update))
              > 0
          && isOf(process, update);
    } catch (StoreException e) {
      // Two at the same instant: the table lets one in.
      if (isThere(update)) {
        return isOf(process, update);
      }
      throw e;
    }
  }

  private boolean isOf(long process, long update) {
    return !jdbc.list(
            row -> 1,
            "select id from telegram_update where id = ? and process_id = ?",
            update,
            process)
        .isEmpty();
  }

  private boolean isThere(long update) {
    return !jdbc.list(row -> 1, "select id from telegram_update where id = ?", update).isEmpty();
  }

  /** Strikes an update out, and its content with it. */
  public void answered(long update) {
    jdbc.write(
        on -> {
          if (update % BETWEEN_TIDYING == 0) {
            on.update("delete from telegram_update where answered and id < ?", update - REMEMBERED);
          }
          return on.update(
              "update telegram_update set answered = true, content = '' where id = ?", update);
        });
  }

  /** The contents of updates whose process is gone, in their order; now they are this one's. */
  public List<String> leftovers() {
    List<Left> left =
        jdbc.list(
            row -> new Left(row.getLong("id"), row.getInt("tries"), row.getString("content")),
            """
            select id, tries, content from telegram_update
            where not answered and process_id is null order by id
            """);
    var mine = new ArrayList<String>();
    for (Left update : left) {
      if (update.tries() >= mostTries) {
        answered(update.id());
      } else if (takeOver(update.id())) {
        mine.add(update.content());
      }
    }
    return mine;
  }

  private boolean takeOver(long update) {
    return jdbc.write(
        on ->
            on.update(
                    """
                    update telegram_update set tries = tries + 1,
                      process_id = (select id from process where id = ?)
                    where id = ? and process_id is null and not answered
                      and exists (select 1 from process where id = ?)
                    """,
                    membership.id(),
                    update,
                    membership.id())
                > 0);
  }
}
