package rhapsode.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import rhapsode.yaml.YamlException;
import rhapsode.yaml.YamlFile;
import rhapsode.yaml.YamlSection;

/**
 * Settings from the environment, which go before those of the file: {@code learning.after-poems} is
 * {@code RHAPSODE_LEARNING_AFTER_POEMS}, with the value as YAML. An empty variable counts as none,
 * since compose files cannot leave one out.
 */
final class SettingsVariables {
  private static final String PREFIX = "RHAPSODE_";

  /** They are read where they are needed, and are never part of the settings. */
  private static final Set<String> SECRETS =
      Set.of(
          Platforms.DISCORD_TOKEN,
          Platforms.TELEGRAM_TOKEN,
          DatabaseSettings.PASSWORD,
          DatabaseSettings.KEY,
          DatabaseSettings.NEW_KEY);

  /** They are the log's own, and read before there are settings. */
  private static final String LOG = PREFIX + "LOG_";

  /** A section in a section. */
  private static final String WEBHOOK = "webhook";

  private SettingsVariables() {}

  /**
   * The settings of a file with those of the environment over them.
   *
   * @throws YamlException if a variable names no setting or its value is no YAML; the message does
   *     not repeat the value
   */
  static YamlSection over(YamlSection file, String name, Map<String, String> environment) {
    YamlSection settings = file;
    for (var variable : new TreeMap<>(environment).entrySet()) {
      if (isSetting(variable.getKey(), variable.getValue())) {
        List<String> keys = keys(variable.getKey());
        Object value = value(variable.getKey(), variable.getValue());
        settings = settings.with(name + ", with " + variable.getKey(), keys, value);
      }
    }
    return settings;
  }

  private static boolean isSetting(String name, String value) {
    return name.startsWith(PREFIX)
        && !name.startsWith(LOG)
        && !SECRETS.contains(name)
        && !value.isBlank();
  }

  private static List<String> keys(String variable) {
    String[] words = variable.substring(PREFIX.length()).toLowerCase(Locale.ROOT).split("_", 3);
    var keys = new ArrayList<>(List.of(words));
    if (words.length < 2) {
      throw new YamlException("The variable " + variable + " names no setting.");
    }
    if (words.length == 3 && !words[1].equals(WEBHOOK)) {
      keys.remove(2);
      keys.set(1, words[1] + "_" + words[2]);
    }
    keys.replaceAll(key -> key.replace('_', '-'));
    return keys;
  }

  private static Object value(String variable, String text) {
    Optional<Object> value;
    try {
      value = YamlFile.value(text, variable);
    } catch (YamlException e) {
      throw new YamlException("The value of the variable " + variable + " is not YAML.", e);
    }
    return value.orElseThrow(
        () -> new YamlException("The variable " + variable + " has no value."));
  }
}
