package rhapsode.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rhapsode.judge.Figure;
import rhapsode.judge.Sheet;
import rhapsode.judge.Yardstick;

/** The JSON object of {@code rhapsode judge}: a contract that other tools rely on. */
final class JudgeJson {
  private JudgeJson() {}

  static Map<String, Object> of(List<Sheet> sheets) {
    return Map.of("sheets", sheets.stream().map(JudgeJson::of).toList());
  }

  private static Map<String, Object> of(Sheet sheet) {
    var json = new LinkedHashMap<String, Object>();
    json.put("form", sheet.form().isEmpty() ? "all" : sheet.form());
    json.put("rows", sheet.rows().stream().map(row -> of(row, sheet.columns())).toList());
    return json;
  }

  private static Map<String, Object> of(Sheet.Row row, List<String> columns) {
    var json = new LinkedHashMap<String, Object>();
    json.put("metric", row.key());
    json.put("label", row.label());
    var figures = new LinkedHashMap<String, Object>();
    for (int i = 0; i < columns.size(); i++) {
      String column = columns.get(i);
      row.figures().get(i).ifPresent(figure -> figures.put(column, of(figure)));
    }
    json.put("figures", figures);
    Yardstick yardstick = row.yardstick();
    json.put("human", yardstick.human());
    json.put("published", yardstick.published());
    json.put("aim", yardstick.aim());
    return json;
  }

  private static Map<String, Object> of(Figure figure) {
    var json = new LinkedHashMap<String, Object>();
    json.put("value", figure.value());
    json.put("interval_95", new ArrayList<>(List.of(figure.low(), figure.high())));
    json.put("poems", figure.poems());
    return json;
  }
}
