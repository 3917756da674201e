package rhapsode.store;

import java.util.List;

/** The tables whose rows are Rhapsode's data: what a move or a backup carries along. */
final class Tables {
  /** A table; {@code numbered} if the database gives its rows their {@code id}. */
  record Table(String name, boolean numbered) {}

  /** Each behind those that it refers to. */
  static final List<Table> ALL =
      List.of(
          new Table("poem", true),
          new Table("poem_origin", false),
          new Table("fingerprint_salt", false),
          new Table("poem_fingerprint", false),
          new Table("poem_vote", false),
          new Table("decision", true),
          new Table("author_standing", false),
          new Table("standing_change", true),
          new Table("written_poem", true),
          new Table("poem_like", false),
          new Table("model_version", true),
          new Table("training_run", true),
          new Table("lesson", false),
          new Table("latch", false));

  /** Those that hold a row from the beginning. */
  static final List<String> BEGUN = List.of("fingerprint_salt", "latch");

  /**
   * Those that stay behind: what processes know of each other and have under way, and copies of
   * models, which their processes have too.
   */
  static final List<String> PASSING =
      List.of(
          "process", "duty", "model_file", "model_chunk", "telegram_update", "telegram_dialogue");

  private Tables() {}
}
