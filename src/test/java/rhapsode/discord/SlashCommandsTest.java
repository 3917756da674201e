package rhapsode.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import org.junit.jupiter.api.Test;
import rhapsode.chat.Description;
import rhapsode.chat.Option;

/** How descriptions are registered, field by field. */
class SlashCommandsTest {
  private static JsonNode registered(Description... descriptions) {
    List<SlashCommandData> commands = SlashCommands.of(List.of(descriptions));
    try {
      return new ObjectMapper()
          .readTree(commands.stream().map(c -> c.toData().toString()).toList().toString());
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static JsonNode option(Option option) {
    return registered(Description.open("poem", option)).path(0).path("options").path(0);
  }

  /** JDA writes them as texts, which Discord reads too. */
  private static String numbers(JsonNode list) {
    return list.toString().replace("\"", "");
  }

  @Test
  void commandsAreForServersMessagesAndUsers() {
    JsonNode poem = registered(Description.open("poem")).path(0);
    assertEquals("poem", poem.path("name").asText());
    assertEquals("Writes a poem about a word or a few.", poem.path("description").asText());
    assertEquals("[0,1,2]", numbers(poem.path("contexts")));
    assertEquals("[0,1]", numbers(poem.path("integration_types")));
  }

  @Test
  void subcommandsStandBelowTheirBaseAndPressedOnesNowhere() {
    JsonNode all =
        registered(
            Description.open("poems mine"),
            Description.pressed("like", Option.whole("number", true, 1, 9)),
            Description.open("poems top"));
    assertEquals(1, all.size());
    assertEquals("mine, top", all.path(0).path("description").asText());
    assertEquals("mine", all.path(0).path("options").path(0).path("name").asText());
    assertEquals(1, all.path(0).path("options").path(1).path("type").asInt());
  }

  @Test
  void requiredOptionsComeFirst() {
    JsonNode options =
        registered(
                Description.open(
                    "poem", Option.optionalFlag("proof"), Option.text("seed", true, 200)))
            .path(0)
            .path("options");
    assertEquals("seed", options.path(0).path("name").asText());
    assertEquals("proof", options.path(1).path("name").asText());
  }

  @Test
  void optionsHaveTheirTypesAndLimits() {
    JsonNode text = option(Option.text("seed", true, 200));
    assertEquals(3, text.path("type").asInt());
    assertEquals(400, text.path("max_length").asInt());
    assertFalse(text.path("autocomplete").asBoolean());
    assertEquals(6000, option(Option.text("a", true, 9000)).path("max_length").asInt());
    JsonNode number = option(Option.number("temperature", 0.1, 2));
    assertEquals(10, number.path("type").asInt());
    assertEquals(0.1, number.path("min_value").asDouble());
    assertEquals(2, number.path("max_value").asDouble());
    JsonNode whole = option(Option.whole("number", true, 1, Long.MAX_VALUE));
    assertEquals(4, whole.path("type").asInt());
    assertEquals((1L << 53) - 1, whole.path("max_value").asLong());
    assertTrue(whole.path("autocomplete").asBoolean());
    assertEquals(5, option(Option.flag("train")).path("type").asInt());
  }

  @Test
  void choicesAreListedUpToTwentyFiveAndSuggestedBeyond() {
    List<String> many = IntStream.range(0, 26).mapToObj(i -> "choice" + i).toList();
    JsonNode few = option(Option.choice("mood", many.subList(0, 25)));
    assertEquals(25, few.path("choices").size());
    assertFalse(few.path("autocomplete").asBoolean());
    JsonNode more = option(Option.choice("mood", many));
    assertEquals(0, more.path("choices").size());
    assertTrue(more.path("autocomplete").asBoolean());
    var open = Option.openChoice("form", 99, many, form -> Optional.empty());
    assertTrue(option(open).path("autocomplete").asBoolean());
  }

  @Test
  void languagesAreNamedAsDiscordNamesThem() {
    Map<DiscordLocale, String> all = Languages.all(Locale::getLanguage);
    assertEquals(
        Map.of(
            DiscordLocale.GERMAN, "de",
            DiscordLocale.SPANISH, "es",
            DiscordLocale.SPANISH_LATAM, "es",
            DiscordLocale.FRENCH, "fr",
            DiscordLocale.PORTUGUESE_BRAZILIAN, "pt"),
        all);
    assertEquals(Map.of(), Languages.all(language -> "the same"));
  }
}
