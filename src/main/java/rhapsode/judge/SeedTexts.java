package rhapsode.judge;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The hundred texts that the protocol asks poems about.
 *
 * @param all in an order of which every prefix of five has three common words, a rare one, and one
 *     that is unknown or of several words
 */
record SeedTexts(List<String> all) {
  private static final String RESOURCE = "seeds.txt";
  private static final int COMMON_FOR_ONE_RARE = 3;

  SeedTexts {
    all = List.copyOf(all);
  }

  /** Those that Rhapsode comes with. */
  static SeedTexts load() {
    try (InputStream in = SeedTexts.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its resource " + RESOURCE);
      }
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException("the program's resource " + RESOURCE + " cannot be read", e);
    }
  }

  /** Reads three sections of lines, each headed by a line in brackets; {@code #} is a comment. */
  static SeedTexts parse(String text) {
    var sections = new ArrayList<List<String>>();
    for (String line : text.lines().map(String::strip).toList()) {
      if (line.startsWith("[")) {
        sections.add(new ArrayList<>());
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        sections.get(sections.size() - 1).add(line);
      }
    }
    return new SeedTexts(mixed(sections.get(0), sections.get(1), sections.get(2)));
  }

  private static List<String> mixed(List<String> common, List<String> rare, List<String> other) {
    var all = new ArrayList<String>();
    for (int i = 0; i < rare.size(); i++) {
      int from = i * COMMON_FOR_ONE_RARE;
      all.addAll(common.subList(from, from + COMMON_FOR_ONE_RARE));
      all.add(rare.get(i));
      all.add(other.get(i));
    }
    return all;
  }
}
