package rhapsode.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import rhapsode.testing.fuzz.Fuzz;
import rhapsode.testing.fuzz.Shrinker;

/**
 * Conversations in which nobody means well, with all commands there are: lines, options, buttons
 * and half a word to be completed, by everybody, on every platform, in any language.
 */
class RouterFuzzTest {
  private static final int LINES = Fuzz.count("lines", 2_000);
  private static final int LINES_EACH = 100;

  private final List<Description> commands = new Room(new Random(1)).descriptions();

  private List<Step> conversation(Random random) {
    var steps = new ArrayList<Step>();
    for (int i = 0; i < LINES_EACH; i++) {
      steps.add(Step.random(commands, random));
    }
    return steps;
  }

  @Test
  void everyLineHasOneAnswerAndDoesNoHarm() {
    Fuzz.of("router lines, " + LINES_EACH + " an input", this::conversation, Shrinker.list())
        .run(
            LINES / LINES_EACH,
            steps -> {
              var room = new Room(new Random(steps.size()));
              for (Step step : steps) {
                room.takes(step);
              }
            });
  }
}
