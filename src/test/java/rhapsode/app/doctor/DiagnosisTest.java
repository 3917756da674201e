package rhapsode.app.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class DiagnosisTest {
  private record Fixed(String name, Supplier<Finding> finding) implements Check {
    @Override
    public Finding look() {
      return finding.get();
    }
  }

  private static Check ok(String name) {
    return new Fixed(name, () -> Finding.ok(name, "Fine."));
  }

  private static Check broken(Throwable fault) {
    return new Fixed(
        "broken",
        () -> {
          if (fault instanceof Error error) {
            throw error;
          }
          throw (RuntimeException) fault;
        });
  }

  @Test
  void whatBreaksOffIsAFaultAndKeepsNoOtherFromLooking() {
    for (Throwable fault :
        List.of(
            new IllegalStateException("secret"),
            new UnsatisfiedLinkError("secret"),
            new OutOfMemoryError("secret"))) {
      var told = new ArrayList<Finding>();
      Diagnosis diagnosis = Diagnosis.of(List.of(broken(fault), ok("other")), told::add);
      assertEquals(told, diagnosis.findings());
      assertEquals(State.FAULT, told.get(0).state());
      assertEquals(
          "The check broke off (" + fault.getClass().getSimpleName() + ").",
          told.get(0).sentence());
      assertEquals(State.OK, told.get(1).state());
      assertFalse(told.toString().contains("secret"));
      assertFalse(diagnosis.healthy());
    }
  }

  @Test
  void warningsAreNoReasonToFail() {
    Check warning = new Fixed("w", () -> Finding.warning("w", "Little.", "More."));
    Diagnosis diagnosis = Diagnosis.of(List.of(ok("a"), warning), finding -> {});
    assertTrue(diagnosis.healthy());
    assertEquals("0 faults, 1 warning.", Layout.summary(diagnosis));
    assertEquals("Nothing is amiss.", Layout.summary(Diagnosis.of(List.of(ok("a")), f -> {})));
  }

  @Test
  void linesAreAlignedAndRemediesStandBelow() {
    Check fault = new Fixed("longer", () -> Finding.fault("longer", "It is not.", "Mend it."));
    List<Check> checks = List.of(ok("one"), fault);
    Layout layout = Layout.of(checks);
    assertEquals("ok       one     Fine.", layout.text(ok("one").look()));
    assertEquals(
        "fault    longer  It is not." + System.lineSeparator() + " ".repeat(17) + "Mend it.",
        layout.text(fault.look()));
  }

  @Test
  void aRemedyIsForWhatIsAmiss() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new Finding("a", State.FAULT, "It is not.", Optional.empty()));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Finding("a", State.OK, "It is.", Optional.of("Mend it.")));
  }
}
