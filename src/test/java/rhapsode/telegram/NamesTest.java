package rhapsode.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rhapsode.chat.Description;
import rhapsode.chat.Option;

class NamesTest {
  private final Names names =
      new Names(
          List.of(
              Description.open("poem"),
              Description.open("poems submit"),
              Description.open("poems mine"),
              Description.open("poems top"),
              Description.open("model status"),
              Description.open("mydata export"),
              Description.pressed("another", Option.whole("number", true, 1, 9))));

  @ParameterizedTest
  @CsvSource({
    "poem, poem",
    "poems submit, submit",
    "poems mine, mypoems",
    "poems top, toppoems",
    "model status, modelstatus",
    "mydata export, mydataexport"
  })
  void everyCommandHasOneWord(String path, String name) {
    assertEquals(name, names.of(path));
    assertEquals(Optional.of(path), names.path(name));
    assertTrue(name.matches("[a-z0-9_]{1,32}"));
  }

  @Test
  void whatIsPressedCannotBeTyped() {
    assertEquals(Optional.empty(), names.path("another"));
    assertEquals(Optional.empty(), names.path("start"));
  }

  @Test
  void twoCommandsOfOneNameStopTheStart() {
    for (List<String> paths :
        List.of(
            List.of("submit", "poems submit"),
            List.of("modelstatus", "model status"),
            List.of("cancel"),
            List.of("poems start"))) {
      assertThrows(
          IllegalArgumentException.class,
          () -> new Names(paths.stream().map(path -> Description.open(path)).toList()));
    }
  }

  @Test
  void sentencesCallCommandsByTheirNames() {
    assertEquals(
        "/submit takes one, /mypoems lists them; /poem moon, 1/poems mine, /poems other",
        names.spoken(
            "/poems submit takes one, /poems mine lists them; /poem moon, 1/poems mine, /poems"
                + " other"));
  }
}
