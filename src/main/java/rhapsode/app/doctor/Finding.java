package rhapsode.app.doctor;

import java.util.Optional;

/**
 * What a check found. No part of it is ever a secret.
 *
 * @param name of the check
 * @param sentence what is the case
 * @param remedy what to mend; there exactly when something is not as it should be
 */
public record Finding(String name, State state, String sentence, Optional<String> remedy) {
  public Finding {
    boolean amiss = state == State.WARNING || state == State.FAULT;
    if (amiss != remedy.isPresent()) {
      throw new IllegalArgumentException("a remedy is for what is amiss, and needed there");
    }
  }

  static Finding ok(String name, String sentence) {
    return new Finding(name, State.OK, sentence, Optional.empty());
  }

  static Finding off(String name, String sentence) {
    return new Finding(name, State.OFF, sentence, Optional.empty());
  }

  static Finding warning(String name, String sentence, String remedy) {
    return new Finding(name, State.WARNING, sentence, Optional.of(remedy));
  }

  static Finding fault(String name, String sentence, String remedy) {
    return new Finding(name, State.FAULT, sentence, Optional.of(remedy));
  }
}
