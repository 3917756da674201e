package rhapsode.app.doctor;

import java.util.Arrays;
import java.util.List;

/**
 * Findings as aligned text.
 *
 * @param width of the column of names
 */
public record Layout(int width) {
  private static final int MARK =
      Arrays.stream(State.values()).mapToInt(state -> state.mark().length()).max().orElse(0);
  private static final String GAP = "  ";

  /** A layout in which the names of all checks fit. */
  public static Layout of(List<Check> checks) {
    return new Layout(checks.stream().mapToInt(check -> check.name().length()).max().orElse(0));
  }

  /** A line with what was found and, where something is amiss, one below it with the remedy. */
  public String text(Finding finding) {
    String line =
        padded(finding.state().mark(), MARK)
            + GAP
            + padded(finding.name(), width)
            + GAP
            + finding.sentence();
    String margin = " ".repeat(MARK + width + 2 * GAP.length());
    return finding
        .remedy()
        .map(remedy -> line + System.lineSeparator() + margin + remedy)
        .orElse(line);
  }

  /** One line for all. */
  public static String summary(Diagnosis diagnosis) {
    long faults = diagnosis.count(State.FAULT);
    long warnings = diagnosis.count(State.WARNING);
    return faults + warnings == 0
        ? "Nothing is amiss."
        : counted(faults, "fault") + ", " + counted(warnings, "warning") + ".";
  }

  private static String counted(long count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
