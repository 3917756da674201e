package rhapsode.app;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import rhapsode.discord.DiscordSettings;
import rhapsode.discord.ShardRange;
import rhapsode.discord.Token;
import rhapsode.telegram.BotToken;
import rhapsode.telegram.TelegramSettings;
import rhapsode.yaml.YamlSection;

/** How the platforms are reached, all but the tokens, which are never in the settings. */
final class PlatformSettings {
  private static final String DISCORD_ID = "\\d{15,20}";
  private static final int HIGHEST_PORT = 65_535;
  private static final String TELEGRAM_ID = "\\d{1,18}";

  private PlatformSettings() {}

  /** What can be set of Discord; see {@link DiscordSettings}. */
  record DiscordPart(
      Optional<Path> tokenFile,
      String apiUrl,
      String gatewayUrl,
      int shards,
      Optional<ShardRange> shardRange,
      rhapsode.discord.Staff staff,
      String developmentGuild) {
    /**
     * The same with the token.
     *
     * @throws IllegalArgumentException if it cannot be one; the message does not repeat it
     */
    DiscordSettings with(String token) {
      return new DiscordSettings(
          new Token(token), apiUrl, gatewayUrl, shards, shardRange, staff, developmentGuild);
    }
  }

  /** What can be set of Telegram; see {@link TelegramSettings}. */
  record TelegramPart(
      Optional<Path> tokenFile,
      URI apiUrl,
      rhapsode.telegram.Staff staff,
      Optional<TelegramSettings.Webhook> webhook) {
    /**
     * The same with the token.
     *
     * @throws IllegalArgumentException if it cannot be one; the message does not repeat it
     */
    TelegramSettings with(String token) {
      return new TelegramSettings(
          new BotToken(token), apiUrl, staff, webhook, TelegramSettings.Pace.USUAL);
    }
  }

  static DiscordPart discord(YamlSection discord) {
    try (discord) {
      int shards = discord.integer("shards", 0, DiscordSettings.MOST_SHARDS, 0);
      return new DiscordPart(
          discord.optionalPath("token-file"),
          discord.text("api-url", ""),
          discord.text("gateway-url", ""),
          shards,
          shardRange(discord, shards),
          new rhapsode.discord.Staff(
              ids(discord, "owners", DISCORD_ID),
              ids(discord, "moderators", DISCORD_ID),
              ids(discord, "moderator-roles", DISCORD_ID),
              id(discord, "moderators-channel", DISCORD_ID)),
          id(discord, "development-guild", DISCORD_ID));
    }
  }

  private static Optional<ShardRange> shardRange(YamlSection discord, int shards) {
    String range = discord.text("shard-range", "");
    if (range.isEmpty()) {
      return Optional.empty();
    }
    Matcher ends = Pattern.compile("(\\d{1,5})-(\\d{1,5})").matcher(range);
    if (ends.matches()) {
      int first = Integer.parseInt(ends.group(1));
      int last = Integer.parseInt(ends.group(2));
      if (first <= last && last < shards) {
        return Optional.of(new ShardRange(first, last));
      }
    }
    throw discord.wrong(
        "shard-range",
        "has to be a part of discord.shards, which has to be set too, such as 0-1 of 4, not '%s' of %d"
            .formatted(range, shards));
  }

  static TelegramPart telegram(YamlSection telegram) {
    try (telegram) {
      String chat = id(telegram, "moderators-chat", "-?" + TELEGRAM_ID);
      return new TelegramPart(
          telegram.optionalPath("token-file"),
          url(telegram, "api-url", TelegramSettings.PUBLIC_API),
          new rhapsode.telegram.Staff(
              numbers(ids(telegram, "owners", TELEGRAM_ID)),
              numbers(ids(telegram, "moderators", TELEGRAM_ID)),
              chat.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(chat))),
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
          webhook.integer("port", 0, HIGHEST_PORT, 8443),
          secret);
    }
  }

  private static Set<String> ids(YamlSection section, String key, String form) {
    if (!section.isList(key) && section.text(key, "").isEmpty()) {
      return Set.of();
    }
    List<String> ids = section.texts(key);
    for (String id : ids) {
      if (!id.matches(form)) {
        throw section.wrong(
            key,
            "has to be a list of the platform's ids, which are digits, not '"
                + YamlSection.shortened(id)
                + "'");
      }
    }
    return Set.copyOf(ids);
  }

  private static Set<Long> numbers(Set<String> ids) {
    return ids.stream().map(Long::valueOf).collect(Collectors.toSet());
  }

  /** One id; empty if there is none. */
  private static String id(YamlSection section, String key, String form) {
    String id = section.text(key, "");
    if (!id.isEmpty() && !id.matches(form)) {
      throw section.wrong(
          key,
          "has to be the platform's id, which is digits, not '" + YamlSection.shortened(id) + "'");
    }
    return id;
  }

  private static URI url(YamlSection section, String key, URI otherwise) {
    String text = section.text(key, otherwise.toString());
    try {
      URI url = URI.create(text);
      boolean web = ("" + url.getScheme()).matches("https?");
      if (web && url.getHost() != null && url.getPort() <= HIGHEST_PORT) {
        return url;
      }
    } catch (IllegalArgumentException e) {
      // The sentence below says what an address would be.
    }
    throw section.wrong(
        key, "has to be an http or https address, not '" + YamlSection.shortened(text) + "'");
  }
}
