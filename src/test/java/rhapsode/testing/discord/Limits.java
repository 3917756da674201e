package rhapsode.testing.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Discord's limits of what a bot may send, by its documentation, field by field. */
final class Limits {
  private final List<String> faults = new ArrayList<>();

  private Limits() {}

  static List<String> ofMessage(Multipart request, boolean created) {
    var limits = new Limits();
    limits.message(request, created);
    return limits.faults;
  }

  static List<String> ofModal(JsonNode modal) {
    var limits = new Limits();
    limits.modal(modal);
    return limits.faults;
  }

  static List<String> ofChoices(JsonNode choices) {
    var limits = new Limits();
    limits.most("choices", choices.size(), 25);
    for (JsonNode choice : choices) {
      limits.text("choice name", choice.path("name"), 1, 100);
      if (choice.path("value").isTextual()) {
        limits.text("choice value", choice.path("value"), 0, 100);
      }
    }
    return limits.faults;
  }

  static List<String> ofCommands(JsonNode commands) {
    var limits = new Limits();
    limits.most("commands", commands.size(), 100);
    limits.unique("commands", commands);
    for (JsonNode command : commands) {
      limits.command(command);
    }
    return limits.faults;
  }

  private void message(Multipart request, boolean created) {
    JsonNode body = request.payload();
    text("content", body.path("content"), 0, 2000);
    most("embeds", body.path("embeds").size(), 10);
    int embedded = 0;
    for (JsonNode embed : body.path("embeds")) {
      text("embed description", embed.path("description"), 0, 4096);
      text("embed footer", embed.path("footer").path("text"), 0, 2048);
      embedded += embed.path("description").asText().length();
      embedded += embed.path("footer").path("text").asText().length();
    }
    most("all embeds", embedded, 6000);
    rows(body.path("components"));
    mentions(body);
    most("files", request.files().size(), 10);
    for (Upload file : request.files()) {
      most("file description", file.description().length(), 1024);
      check(!file.description().isBlank(), "file " + file.name() + " has no description");
    }
    boolean empty =
        body.path("content").asText("").isBlank()
            && body.path("embeds").isEmpty()
            && request.files().isEmpty();
    check(!created || !empty, "empty message");
  }

  /** Nothing that the bot writes may ring anybody's bell. */
  private void mentions(JsonNode body) {
    JsonNode allowed = body.path("allowed_mentions");
    check(allowed.path("parse").isArray() && allowed.path("parse").isEmpty(), "mentions: " + body);
    check(!allowed.path("replied_user").asBoolean(), "mentions who is replied to");
  }

  private void rows(JsonNode rows) {
    most("rows", rows.size(), 5);
    Set<String> ids = new HashSet<>();
    for (JsonNode row : rows) {
      check(row.path("type").asInt() == 1, "no row: " + row);
      most("buttons in a row", row.path("components").size(), 5);
      for (JsonNode button : row.path("components")) {
        text("label", button.path("label"), 1, 80);
        text("custom id", button.path("custom_id"), 1, 100);
        check(ids.add(button.path("custom_id").asText()), "two buttons of one id");
      }
    }
  }

  private void modal(JsonNode modal) {
    text("modal title", modal.path("title"), 1, 45);
    text("modal custom id", modal.path("custom_id"), 1, 100);
    most("modal components", modal.path("components").size(), 5);
    check(!modal.path("components").isEmpty(), "modal without components");
    for (JsonNode component : modal.path("components")) {
      switch (component.path("type").asInt()) {
        case 18 -> label(component);
        case 10 -> text("text display", component.path("content"), 1, 4000);
        default -> check(false, "no modal component: " + component);
      }
    }
  }

  private void label(JsonNode label) {
    text("label", label.path("label"), 1, 45);
    text("label description", label.path("description"), 0, 100);
    JsonNode inside = label.path("component");
    text("custom id", inside.path("custom_id"), 1, 100);
    switch (inside.path("type").asInt()) {
      case 4 -> most("input", inside.path("max_length").asInt(), 4000);
      case 22 -> {
        most("checkboxes", inside.path("options").size(), 10);
        for (JsonNode option : inside.path("options")) {
          text("checkbox label", option.path("label"), 1, 100);
          text("checkbox value", option.path("value"), 1, 100);
          text("checkbox description", option.path("description"), 0, 100);
        }
      }
      case 23 -> {}
      default -> check(false, "not allowed in a label: " + inside);
    }
  }

  private void command(JsonNode command) {
    String name = command.path("name").asText();
    check(name.matches("[a-z0-9_-]{1,32}"), "command name '" + name + "'");
    described(command);
    options(command.path("options"));
    int all = name.length() + command.path("description").asText().length();
    most("characters of /" + name, all + characters(command.path("options")), 8000);
  }

  private int characters(JsonNode options) {
    int all = 0;
    for (JsonNode option : options) {
      all += option.path("name").asText().length() + option.path("description").asText().length();
      for (JsonNode choice : option.path("choices")) {
        all += choice.path("name").asText().length() + choice.path("value").asText().length();
      }
      all += characters(option.path("options"));
    }
    return all;
  }

  private void described(JsonNode described) {
    text("description", described.path("description"), 1, 100);
    described
        .path("description_localizations")
        .forEach(said -> text("localised description", said, 1, 100));
  }

  private void options(JsonNode options) {
    most("options", options.size(), 25);
    unique("options", options);
    boolean optional = false;
    for (JsonNode option : options) {
      String name = option.path("name").asText();
      check(name.matches("[a-z0-9_-]{1,32}"), "option name '" + name + "'");
      described(option);
      boolean required = option.path("required").asBoolean();
      check(!required || !optional, "required option " + name + " after an optional one");
      optional |= !required && option.path("type").asInt() > 2;
      faults.addAll(ofChoices(option.path("choices")));
      boolean both = option.path("autocomplete").asBoolean() && !option.path("choices").isEmpty();
      check(!both, name + " has choices and autocompletion");
      options(option.path("options"));
    }
  }

  private void unique(String what, JsonNode named) {
    Set<String> names = new HashSet<>();
    for (JsonNode one : named) {
      check(names.add(one.path("name").asText()), "two " + what + " named " + one.path("name"));
    }
  }

  private void text(String what, JsonNode text, int least, int most) {
    int length = text.asText("").length();
    check(length >= least && length <= most, what + " has " + length + " characters");
  }

  private void most(String what, int count, int most) {
    check(count <= most, what + ": " + count + ", at most " + most);
  }

  private void check(boolean holds, String fault) {
    if (!holds) {
      faults.add(fault);
    }
  }
}
