package rhapsode.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a {@link Sheet} as a table of Markdown that is aligned for a terminal too. Pure. */
public final class Table {
  private static final String NO_CORPUS = "needs --corpus";

  private Table() {}

  /**
   * The table, without a line break at its end; at most 110 columns wide with two sets of poems.
   */
  public static String of(Sheet sheet) {
    var rows = new ArrayList<List<String>>();
    rows.add(header(sheet));
    sheet.rows().forEach(row -> rows.add(cells(row)));
    int columns = rows.get(0).size();
    var widths = new int[columns];
    for (List<String> row : rows) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    var lines = new ArrayList<String>();
    rows.forEach(row -> lines.add(line(row, widths)));
    lines.add(1, ruler(widths));
    return String.join("\n", lines);
  }

  private static List<String> header(Sheet sheet) {
    var header = new ArrayList<String>();
    header.add(sheet.form().isEmpty() ? "all" : sheet.form());
    header.addAll(sheet.columns());
    header.addAll(List.of("human", "published", "aim"));
    return header;
  }

  private static List<String> cells(Sheet.Row row) {
    String none = Sheet.NEED_CORPUS.contains(row.key()) ? NO_CORPUS : "-";
    var cells = new ArrayList<String>();
    cells.add(row.label());
    row.figures().forEach(figure -> cells.add(figure.map(row.unit()::text).orElse(none)));
    cells.add(row.yardstick().human());
    cells.add(row.yardstick().published());
    cells.add(row.yardstick().aim());
    return cells;
  }

  private static String line(List<String> cells, int[] widths) {
    var line = new StringBuilder("|");
    for (int i = 0; i < widths.length; i++) {
      String blanks = " ".repeat(widths[i] - cells.get(i).length());
      String cell = i == 0 ? cells.get(i) + blanks : blanks + cells.get(i);
      line.append(' ').append(cell).append(" |");
    }
    return line.toString();
  }

  /** Figures to the right. */
  private static String ruler(int[] widths) {
    return "|"
        + java.util.stream.IntStream.range(0, widths.length)
            .mapToObj(
                i -> i == 0 ? " " + "-".repeat(widths[i]) + " " : " " + "-".repeat(widths[i]) + ":")
            .collect(Collectors.joining("|"))
        + "|";
  }
}
