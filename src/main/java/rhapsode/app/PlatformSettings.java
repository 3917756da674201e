package rhapsode.app;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import rhapsode.discord.DiscordSettings;
import rhapsode.discord.Token;
import rhapsode.telegram.BotToken;
import rhapsode.telegram.TelegramSettings;
import rhapsode.yaml.YamlSection;

/** How the platforms are reached, all but the tokens, which are never in the settings. */
final class PlatformSettings {
  private PlatformSettings() {}

  /** What can be set of Discord; see {@link DiscordSettings}. */
  record DiscordPart(
      Optional<Path> tokenFile,
      String apiUrl,
      String gatewayUrl,
      int shards,
      Set<String> owners,
      String developmentGuild) {
    DiscordPart {
      owners = Set.copyOf(owners);
    }

    /**
     * The same with the token.
     *
     * @throws IllegalArgumentException if it cannot be one; the message does not repeat it
     */
    DiscordSettings with(String token) {
      return new DiscordSettings(
          new Token(token), apiUrl, gatewayUrl, shards, owners, developmentGuild);
    }
  }

  /** What can be set of Telegram; see {@link TelegramSettings}. */
  record TelegramPart(
      Optional<Path> tokenFile,
      URI apiUrl,
      Set<Long> owners,
      Optional<TelegramSettings.Webhook> webhook) {
    TelegramPart {
      owners = Set.copyOf(owners);
    }

    /**
     * The same with the token.
     *
     * @throws IllegalArgumentException if it cannot be one; the message does not repeat it
     */
    TelegramSettings with(String token) {
      return new TelegramSettings(
          new BotToken(token), apiUrl, owners, webhook, TelegramSettings.Pace.USUAL);
    }
  }

  static DiscordPart discord(YamlSection discord) {
    try (discord) {
      var part =
          new DiscordPart(
              path(discord, "token-file"),
              discord.text("api-url", ""),
              discord.text("gateway-url", ""),
              discord.integer("shards", 0, DiscordSettings.MOST_SHARDS, 0),
              new HashSet<>(ids(discord, "\\d{15,20}")),
              discord.text("development-guild", ""));
      if (!part.developmentGuild().matches("(\\d{15,20})?")) {
        throw discord.wrong("development-guild", "has to be a server's id, 15 to 20 digits");
      }
      return part;
    }
  }

  static TelegramPart telegram(YamlSection telegram) {
    try (telegram) {
      var owners = new HashSet<Long>();
      ids(telegram, "\\d{1,18}").forEach(id -> owners.add(Long.parseLong(id)));
      return new TelegramPart(
          path(telegram, "token-file"),
          url(telegram, "api-url", TelegramSettings.PUBLIC_API),
          owners,
          telegram.optionalSection("webhook").map(PlatformSettings::webhook));
    }
  }

  private static TelegramSettings.Webhook webhook(YamlSection webhook) {
    try (webhook) {
      URI address = url(webhook, "address", URI.create("https://localhost"));
      String secret = webhook.text("secret");
      if (!secret.matches("[A-Za-z0-9_-]{1,256}")) {
        throw webhook.wrong("secret", "has 1 to 256 letters, digits, '_' and '-'");
      }
      return new TelegramSettings.Webhook(
          address,
          webhook.text("host", "127.0.0.1"),
          webhook.integer("port", 0, 65_535, 8443),
          secret);
    }
  }

  private static Optional<Path> path(YamlSection section, String key) {
    String file = section.text(key, "");
    return file.isEmpty() ? Optional.empty() : Optional.of(Path.of(file));
  }

  private static List<String> ids(YamlSection section, String form) {
    if (!section.isList("owners") && section.text("owners", "").isEmpty()) {
      return List.of();
    }
    List<String> ids = section.texts("owners");
    for (String id : ids) {
      if (!id.matches(form)) {
        throw section.wrong(
            "owners", "has to be a list of the platform's ids, which are digits, not '" + id + "'");
      }
    }
    return ids;
  }

  private static URI url(YamlSection section, String key, URI otherwise) {
    String text = section.text(key, otherwise.toString());
    try {
      URI url = URI.create(text);
      if (url.getHost() != null && ("" + url.getScheme()).matches("https?")) {
        return url;
      }
    } catch (IllegalArgumentException e) {
      // The sentence below says what an address would be.
    }
    throw section.wrong(key, "has to be an http or https address, not '" + text + "'");
  }
}
