package rhapsode.judge;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The answers of the judge for one form.
 *
 * @param form its name; empty for poems of any form
 * @param columns titles of the sets of poems
 * @param rows one per question that could be asked
 */
public record Sheet(String form, List<String> columns, List<Row> rows) {
  /** Questions that have no answer without the texts that poems may have taken from. */
  static final Set<String> NEED_CORPUS =
      Set.of("known_5", "known_6", "copies_8", "unseen_2", "unseen_3");

  public Sheet {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /**
   * One question's answers.
   *
   * @param key its name for programs
   * @param label its name for people
   * @param figures one a column; empty where no poem counts
   * @param yardstick what they are held against
   */
  public record Row(
      String key, String label, Unit unit, List<Optional<Figure>> figures, Yardstick yardstick) {
    public Row {
      figures = List.copyOf(figures);
    }
  }
}
