package rhapsode.poem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a form and its lines may be. */
class FormTest {
  private static final List<LineShape> STANZA = List.of(LineShape.FREE);
  private static final OptionalInt EIGHT = OptionalInt.of(8);

  @ParameterizedTest
  @ValueSource(strings = {"haiku", "ABAB/8", "ABAB CC/10 iambic", "---/5,7,5"})
  void aFormIsNamedAsPeopleAskForIt(String name) {
    assertEquals(name, new Form(name, List.of(STANZA)).name());
  }

  @Test
  void malformedFormsAreRefused() {
    refused(() -> new Form(" ", List.of(STANZA)));
    refused(() -> new Form("two\nlines", List.of(STANZA)));
    refused(() -> new Form("x".repeat(301), List.of(STANZA)));
    refused(() -> new Form("ode", List.of()));
    refused(() -> new Form("ode", List.of(STANZA, List.of())));
    refused(() -> new Form("ode", List.of(STANZA, STANZA), true));
  }

  @Test
  void aMetreIsAsLongAsItsLine() {
    Optional<Metre> metre = Optional.of(Foot.IAMBIC.over(8));
    assertEquals(EIGHT, new LineShape(metre.get(), 'A').syllables());
    refused(() -> new LineShape(OptionalInt.of(9), 'A', metre, OptionalInt.empty()));
    refused(() -> new LineShape(OptionalInt.empty(), 'A', metre, OptionalInt.empty()));
  }

  @Test
  void malformedLinesAreRefused() {
    refused(() -> new LineShape(OptionalInt.of(0), 'A'));
    refused(() -> new LineShape(OptionalInt.of(31), 'A'));
    refused(() -> new LineShape(EIGHT, 'a'));
    refused(() -> LineShape.FREE.beginning('M'));
    refused(() -> LineShape.FREE.beginning('4'));
    assertEquals(OptionalInt.of('m'), LineShape.FREE.beginning('m').initial());
  }

  private static void refused(Runnable made) {
    assertThrows(IllegalArgumentException.class, made::run);
  }
}
