package rhapsode.testing.fuzz;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** An input as it can be pasted into a test: everything unusual escaped. */
final class Shown {
  private static final int LONGEST = 4000;

  private Shown() {}

  static String of(Object input) {
    String all = all(input);
    return all.length() <= LONGEST
        ? all
        : all.substring(0, LONGEST) + "… (" + all.length() + " characters)";
  }

  private static String all(Object input) {
    if (input instanceof byte[] bytes) {
      return HexFormat.of().formatHex(bytes);
    }
    if (input instanceof List<?> list) {
      return list.stream().map(Shown::all).collect(Collectors.joining("\n    ", "[", "]"));
    }
    return escaped(String.valueOf(input));
  }

  private static String escaped(String text) {
    var shown = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> shown.append('\\').append(c);
        case '\n' -> shown.append("\\n");
        default -> shown.append(c >= ' ' && c < 0x7F ? c : "\\u%04x".formatted((int) c));
      }
    }
    return shown.append('"').toString();
  }
}
