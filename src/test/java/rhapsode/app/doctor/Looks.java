package rhapsode.app.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What tests expect of findings. */
final class Looks {
  private Looks() {}

  /** The check finds this state, and its sentence and remedy say these words. */
  static void finds(State state, Check check, String... words) {
    Finding finding = check.look();
    assertEquals(state, finding.state(), finding.toString());
    assertEquals(check.name(), finding.name());
    String said = finding.sentence() + " " + finding.remedy().orElse("");
    for (String word : words) {
      assertTrue(said.contains(word), said);
    }
  }
}
