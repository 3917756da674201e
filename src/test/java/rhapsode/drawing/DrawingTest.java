package rhapsode.drawing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.FontFormatException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DrawingTest {
  @Test
  void whereTextCannotBeDrawnThereAreNoPictures() {
    for (Throwable fault :
        List.of(
            new NullPointerException("Fontconfig head is null"),
            new UnsatisfiedLinkError("libfreetype.so.6"),
            new NoClassDefFoundError("sun.font.SunFontManager"),
            new InternalError("no fonts"),
            new FontFormatException("no font"),
            new IOException("no font on the class path"))) {
      assertEquals(Optional.empty(), Drawing.attempt("pictures", () -> failing(fault)));
    }
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> String failing(Throwable fault) throws T {
    throw (T) fault;
  }

  @Test
  void whereItCanItIsTold() {
    assertEquals(
        Optional.of("Markazi Text"),
        Drawing.attempt("pictures", () -> Drawing.font().getFamily(java.util.Locale.ROOT)));
    assertEquals("true", System.getProperty("java.awt.headless"));
  }
}
