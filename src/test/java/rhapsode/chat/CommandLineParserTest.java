package rhapsode.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineParserTest {
  private final CommandLineParser parser =
      new CommandLineParser(
          List.of(
              Description.open(
                  "poem",
                  Option.text("seed", true, 200),
                  Option.openChoice("form", 99, List.of("haiku"), value -> Optional.empty()),
                  Option.number("temperature", 0, 1)),
              Description.open(
                  "poems submit",
                  Option.longText("text", 4000),
                  Option.text("title", false, 100),
                  Option.flag("train")),
              Description.open("forms")));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "/poem winter moon form:haiku temperature:0.7 | poem | {form=haiku, seed=winter moon,"
            + " temperature=0.7}",
        "/poem form:haiku winter moon | poem | {form=haiku, seed=winter moon}",
        "/poem winter form:haiku moon | poem | {form=haiku, seed=winter moon}",
        "/POEM Winter FORM:Haiku | poem | {form=Haiku, seed=Winter}",
        "/poem winter form:ABAB/8 moon | poem | {form=ABAB/8, seed=winter moon}",
        "/poem winter form:---/5,7,5 | poem | {form=---/5,7,5, seed=winter}",
        "/poem rain form:\"ABAB CC/8 iambic\" | poem | {form=ABAB CC/8 iambic, seed=rain}",
        "/poem winter form: haiku | poem | {form=haiku, seed=winter}",
        "/poem \"winter moon\" form:\"haiku\" | poem | {form=haiku, seed=winter moon}",
        "/poem \"form:haiku\" | poem | {seed=form:haiku}",
        "/poem say \"hello you\" to me | poem | {seed=say \"hello you\" to me}",
        "/poem \"hello\" and \"you\" | poem | {seed=\"hello\" and \"you\"}",
        "/poem 6\" of rain | poem | {seed=6\" of rain}",
        "/poem \"never closed | poem | {seed=\"never closed}",
        "/poem a:b https://x.org | poem | {seed=a:b https://x.org}",
        "/poem rain fomr:haiku | poem | {fomr=haiku, seed=rain}",
        "/poem seed:winter moon | poem | {seed=winter moon}",
        "/poems submit She said \"come home\". train:yes title:Late Moon | poems submit |"
            + " {text=She said \"come home\"., title=Late Moon, train=yes}",
        "/poems submit title:\"a: b\" text:x | poems submit | {text=x, title=a: b}",
        "/poems submit The rain: it falls, my text: lost train:no | poems submit |"
            + " {text=The rain: it falls, my text: lost, train=no}",
        "/poems submit rain train:no trian:yes | poems submit | {text=rain, train=no, trian=yes}",
        "/forms | forms | {}",
        "/forms now please | forms | {now=now, please=please}",
        "/poems | poems | {}",
        "/poems sumbit x | poems sumbit | {}",
        "/peom x | peom | {}",
        "/ | '' | {}"
      })
  void aLineIsTakenApart(String line, String path, String options) {
    CommandLineParser.Typed typed = parser.parse(line);
    assertEquals(path, typed.path());
    assertEquals(options, new TreeMap<>(typed.options()).toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"a / b // c|a\\b\\\\c", "either/or|either/or", "a  /  b|a\\b", "1 /2|1 /2"})
  void verseOnOneLine(String typed, String verse) {
    assertEquals(verse.replace('\\', '\n'), CommandLineParser.lines(typed));
    assertEquals(
        Map.of("text", verse.replace('\\', '\n')),
        parser.parse("/poems submit \"" + typed + "\"").options());
  }
}
