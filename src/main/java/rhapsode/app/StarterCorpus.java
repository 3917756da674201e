package rhapsode.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The poems that were written for Rhapsode and come with it (CC0). */
final class StarterCorpus {
  private static final List<String> FILES =
      List.of("haiku", "couplets", "quatrains", "ballads", "limericks", "sonnets", "free");

  private StarterCorpus() {}

  /** All poems, as texts. */
  static List<String> poems() {
    var poems = new ArrayList<String>();
    for (String file : FILES) {
      poems.addAll(Arrays.asList(read(file).strip().split("\n\n\n")));
    }
    return List.copyOf(poems);
  }

  private static String read(String file) {
    String name = "/rhapsode/starter/" + file + ".txt";
    try (InputStream in = StarterCorpus.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its resource " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("the program's resource " + name + " cannot be read", e);
    }
  }
}
