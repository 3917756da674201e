package rhapsode.app.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What all checks found, in their order. */
public record Diagnosis(List<Finding> findings) {
  private static final Logger LOG = LoggerFactory.getLogger(Diagnosis.class);

  public Diagnosis {
    findings = List.copyOf(findings);
  }

  /**
   * Makes all checks, one after the other. One that breaks off is a fault and keeps no other from
   * looking; the log has the cause.
   *
   * @param told of each finding as soon as it is there
   */
  public static Diagnosis of(List<Check> checks, Consumer<Finding> told) {
    var findings = new ArrayList<Finding>();
    for (Check check : checks) {
      Finding finding = look(check);
      findings.add(finding);
      told.accept(finding);
    }
    return new Diagnosis(findings);
  }

  private static Finding look(Check check) {
    try {
      return check.look();
    } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
      // A native library that is missing or too little memory are what a doctor is asked about.
      LOG.error("The check of '{}' broke off", check.name(), e);
      return Finding.fault(
          check.name(),
          "The check broke off (" + e.getClass().getSimpleName() + ").",
          "The log has the cause.");
    }
  }

  /** How many findings are of this state. */
  public long count(State state) {
    return findings.stream().filter(finding -> finding.state() == state).count();
  }

  /** Whether the bot can do its work. */
  public boolean healthy() {
    return count(State.FAULT) == 0;
  }
}
