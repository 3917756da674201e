package rhapsode.prosody;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.BufferedReader;
import java.io.StringReader;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AddendaTest {
  @Test
  void aLineIsAWordAndItsSounds() {
    Addenda addenda = read("# verse\n\no'er  AO1 R # over\n");
    assertEquals(Optional.of(Pronunciation.parse("AO1 R")), addenda.find("o'er"));
    assertEquals(Optional.empty(), addenda.find("over"));
  }

  @Test
  void aFaultyLineIsNamed() {
    assertEquals("not in CMU's notation: moon M UX N", fault("moon M UX N"));
    assertEquals("no sounds, or the word a second time: moon", fault("moon"));
    assertEquals("no sounds, or the word a second time: sea S IY", fault("sea S IY1\nsea S IY"));
  }

  @Test
  void thoseInTheJarAreRead() {
    assertEquals(Optional.of(Pronunciation.parse("HH AE1 TH")), Addenda.load().find("hath"));
  }

  private static String fault(String text) {
    return assertThrows(IllegalStateException.class, () -> read(text)).getMessage();
  }

  private static Addenda read(String text) {
    return Addenda.of(TextResource.lines(new BufferedReader(new StringReader(text))));
  }
}
