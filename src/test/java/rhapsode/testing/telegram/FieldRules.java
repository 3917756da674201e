package rhapsode.testing.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What the Bot API asks of the fields of a call. */
final class FieldRules {
  private FieldRules() {}

  /** What Telegram would not take. */
  static Optional<String> fault(Call call) {
    JsonNode p = call.parameters();
    try {
      return switch (call.method()) {
        case "sendMessage", "editMessageText" -> text(p, "text", 1, 4096).or(() -> keyboard(p));
        case "sendPhoto", "sendDocument", "editMessageCaption" ->
            text(p, "caption", 0, 1024).or(() -> keyboard(p)).or(() -> file(call));
        case "editMessageReplyMarkup" -> keyboard(p);
        case "answerCallbackQuery" -> atMost(p, "text", 200);
        case "answerInlineQuery" -> results(p);
        case "setMyCommands" -> commands(p);
        case "setWebhook" -> secret(p);
        case "sendChatAction" ->
            p.path("action").asText().equals("typing")
                ? Optional.empty()
                : Optional.of("wrong parameter action in request");
        default -> Optional.empty();
      };
    } catch (IllegalArgumentException e) {
      return Optional.of("can't parse entities: " + e.getMessage());
    }
  }

  private static Optional<String> text(JsonNode p, String field, int least, int most) {
    String shown = shown(p, field);
    if (shown.isBlank() && least > 0) {
      return Optional.of("message text is empty");
    }
    return shown.length() <= most ? Optional.empty() : Optional.of("message is too long");
  }

  /** The text after entities. */
  static String shown(JsonNode p, String field) {
    String given = p.path(field).asText();
    return p.path("parse_mode").asText().equalsIgnoreCase("html") ? Html.text(given) : given;
  }

  private static Optional<String> atMost(JsonNode p, String field, int most) {
    return p.path(field).asText().length() <= most
        ? Optional.empty()
        : Optional.of(field + " is too long");
  }

  private static Optional<String> file(Call call) {
    return call.method().startsWith("send") && call.files().isEmpty()
        ? Optional.of("there is no file in the request")
        : Optional.empty();
  }

  private static Optional<String> keyboard(JsonNode p) {
    for (JsonNode row : p.path("reply_markup").path("inline_keyboard")) {
      for (JsonNode button : row) {
        String data = button.path("callback_data").asText();
        int bytes = data.getBytes(StandardCharsets.UTF_8).length;
        if (button.path("text").asText().isEmpty()) {
          return Optional.of("inline keyboard button text is empty");
        }
        if (!button.has("url") && (bytes < 1 || bytes > 64)) {
          return Optional.of("BUTTON_DATA_INVALID");
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> results(JsonNode p) {
    if (p.path("results").size() > 50) {
      return Optional.of("RESULTS_TOO_MUCH");
    }
    for (JsonNode result : p.path("results")) {
      String id = result.path("id").asText();
      if (id.isEmpty() || id.getBytes(StandardCharsets.UTF_8).length > 64) {
        return Optional.of("RESULT_ID_INVALID");
      }
      Optional<String> fault = text(result.path("input_message_content"), "message_text", 1, 4096);
      if (fault.isPresent()) {
        return fault;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> commands(JsonNode p) {
    if (p.path("commands").size() > 100) {
      return Optional.of("too many commands");
    }
    for (JsonNode command : p.path("commands")) {
      int length = command.path("description").asText().length();
      if (!command.path("command").asText().matches("[a-z0-9_]{1,32}")
          || length < 1
          || length > 256) {
        return Optional.of("BOT_COMMAND_INVALID");
      }
    }
    String language = p.path("language_code").asText();
    return language.isEmpty() || language.matches("[a-z]{2}")
        ? Optional.empty()
        : Optional.of("language_code is invalid");
  }

  private static Optional<String> secret(JsonNode p) {
    return p.path("secret_token").asText().matches("[A-Za-z0-9_-]{0,256}")
        ? Optional.empty()
        : Optional.of("secret token contains unallowed characters");
  }
}
