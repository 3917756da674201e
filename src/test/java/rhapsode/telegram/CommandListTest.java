package rhapsode.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import rhapsode.chat.Button;
import rhapsode.chat.Description;
import rhapsode.chat.Option;
import rhapsode.chat.Router;
import rhapsode.chat.Surface;
import rhapsode.testing.Community;
import rhapsode.testing.Fakes;
import rhapsode.testing.ManualSchool;
import rhapsode.testing.telegram.Call;

/** The bot's own commands within Telegram's limits, in every language and for everybody. */
class CommandListTest {
  private static final int LANGUAGES = 5;
  private static final int BUTTON_DATA_BYTES = 64;

  private final Router router =
      new Router(Fakes.commands(new Fakes.FakePoet(), new Community(), new ManualSchool()));
  private final RunningBot bot = RunningBot.with(router);

  @AfterEach
  void telegramWasContent() {
    bot.close();
    assertEquals(List.of(), bot.server.violations());
  }

  private List<String> names(String scope) {
    Call list =
        bot.server.awaitCall(
            "setMyCommands",
            call -> call.parameters().path("scope").path("type").asText().equals(scope));
    var names = new ArrayList<String>();
    for (JsonNode command : list.parameters().path("commands")) {
      names.add(command.path("command").asText());
    }
    return names;
  }

  @Test
  void everybodySeesTheirCommandsInTheirLanguage() {
    bot.server.await("all lists", () -> bot.server.calls("setMyCommands").size() == 3 * LANGUAGES);
    for (Call list : bot.server.calls("setMyCommands")) {
      JsonNode commands = list.parameters().path("commands");
      assertTrue(commands.size() > 5 && commands.size() <= CommandList.MOST, list.toString());
      for (JsonNode command : commands) {
        assertTrue(command.path("command").asText().matches("[a-z0-9_]{1,32}"), list.toString());
        int length = command.path("description").asText().length();
        assertTrue(length >= 1 && length <= CommandList.LONGEST_DESCRIPTION, list.toString());
      }
    }
    assertFalse(names("default").contains("retrain"));
    assertFalse(names("all_chat_administrators").contains("retrain"), "a group's are no owners");
    assertTrue(names("chat").contains("retrain"));
  }

  @Test
  void noButtonsDataIsLongerThanTelegramTakes() {
    String id = Long.toString(Long.MAX_VALUE, Character.MAX_RADIX);
    for (Description command : router.descriptions()) {
      if (command.surface() == Surface.PRESSED) {
        new Button("longest", command.path(), String.valueOf(Long.MAX_VALUE));
      }
      for (Option option : command.options()) {
        String data = Guide.MARK + id + ":" + option.name() + ":99";
        int bytes = data.getBytes(StandardCharsets.UTF_8).length;
        assertTrue(bytes <= BUTTON_DATA_BYTES, data);
      }
    }
  }
}
