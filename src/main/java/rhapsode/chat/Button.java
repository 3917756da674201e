package rhapsode.chat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Something to press below a reply. All it knows is in its id, so it still works after a restart,
 * and on every platform.
 *
 * @param label at most {@value #LONGEST_LABEL} characters
 * @param command the path of a {@link Description} of {@link Surface#PRESSED}
 * @param argument the value of that command's first option: a number or another id
 */
public record Button(String label, String command, String argument) {
  /** Discord's limit of a button's label. */
  public static final int LONGEST_LABEL = 80;

  /** Telegram's limit of {@code callback_data}, in bytes; Discord's of {@code custom_id} is 100. */
  public static final int LONGEST_ID = 64;

  public Button {
    if (label.isBlank() || label.length() > LONGEST_LABEL) {
      throw new IllegalArgumentException("a button cannot be labelled '" + label + "'");
    }
    if (command.indexOf(':') >= 0 || bytes(command + ":" + argument) > LONGEST_ID) {
      throw new IllegalArgumentException("/" + command + " " + argument + " fits no button");
    }
  }

  private static int bytes(String id) {
    return id.getBytes(StandardCharsets.UTF_8).length;
  }

  /** What the platform keeps and gives back when it is pressed. */
  public String id() {
    return command + ":" + argument;
  }

  /**
   * What pressing means.
   *
   * @param id as the platform gave it back; anybody may have made it up
   * @return empty if no button of ours has such an id
   */
  public static Optional<Invocation> pressed(
      String id, Person person, String community, Locale locale, Router router) {
    int colon = id.indexOf(':');
    if (colon < 0) {
      return Optional.empty();
    }
    return router
        .description(id.substring(0, colon))
        .filter(description -> description.surface() == Surface.PRESSED)
        .map(
            description ->
                new Invocation(
                    person,
                    community,
                    description.path(),
                    Map.of(description.options().get(0).name(), id.substring(colon + 1)),
                    locale));
  }
}
