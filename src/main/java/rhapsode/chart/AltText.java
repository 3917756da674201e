package rhapsode.chart;

import java.util.List;

/** Says a chart to those who cannot see it: sentences of labels and numbers. */
final class AltText {
  private AltText() {}

  /** As many of the parts as there is room for, an ellipsis if that is not all. */
  static String of(List<String> parts) {
    var text = new StringBuilder();
    for (String part : parts) {
      if (text.length() + part.length() + 3 > Chart.LONGEST_ALT_TEXT) {
        return text.append(" …").toString();
      }
      text.append(text.length() == 0 ? "" : " ").append(part);
    }
    return text.toString();
  }
}
