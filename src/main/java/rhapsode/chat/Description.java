package rhapsode.chat;

import java.util.List;
import java.util.Optional;

/**
 * What a command is called, takes and does: the one source for help, completion and the platforms'
 * registrations.
 *
 * @param path its name, for a subcommand after that of its base: {@code poems submit}
 * @param help one sentence
 * @param owners whether it is for the owners of the bot only
 */
public record Description(String path, String help, boolean owners, List<Option> options) {
  public Description {
    options = List.copyOf(options);
  }

  public Optional<Option> option(String name) {
    return options.stream().filter(option -> option.name().equals(name)).findFirst();
  }

  /** How it is typed, e.g. {@code /poem seed [form:…]}. */
  public String usage() {
    var usage = new StringBuilder("/").append(path);
    for (int i = 0; i < options.size(); i++) {
      Option option = options.get(i);
      String shown = i == 0 ? option.name() : option.name() + ":…";
      usage.append(' ').append(option.required() ? shown : "[" + shown + "]");
    }
    return usage.toString();
  }
}
