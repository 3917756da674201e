package rhapsode.discord;

import java.util.Optional;

/**
 * How Discord is reached and whom it obeys.
 *
 * @param token the bot's
 * @param apiUrl of the REST interface, with its version and a slash at the end; empty for Discord's
 *     own
 * @param gatewayUrl of the gateway; empty for the one that the REST interface names
 * @param shards how many connections share the servers, 0 for as many as Discord asks for
 * @param shardRange those of them that this process connects; empty for all
 * @param staff whom it obeys
 * @param developmentGuild id of the one server in which commands are registered, to be tried out
 *     without delay; empty for everywhere
 */
public record DiscordSettings(
    Token token,
    String apiUrl,
    String gatewayUrl,
    int shards,
    Optional<ShardRange> shardRange,
    Staff staff,
    String developmentGuild) {
  /** More than any bot has. */
  public static final int MOST_SHARDS = 10_000;

  public DiscordSettings {
    if (shards < 0 || shards > MOST_SHARDS) {
      throw new IllegalArgumentException("shards: " + shards + " is not 0 to " + MOST_SHARDS);
    }
    if (shardRange.isPresent() && shardRange.get().last() >= shards) {
      throw new IllegalArgumentException(
          "shard-range: there is no shard %d of %d; shards count from 0, and their number has to be set"
              .formatted(shardRange.get().last(), shards));
    }
    if (!developmentGuild.isEmpty()) {
      requireId("development-guild", developmentGuild);
    }
  }

  /** With all shards in this process. */
  public DiscordSettings(
      Token token,
      String apiUrl,
      String gatewayUrl,
      int shards,
      Staff staff,
      String developmentGuild) {
    this(token, apiUrl, gatewayUrl, shards, Optional.empty(), staff, developmentGuild);
  }

  /** Discord as it is, everywhere, with as many shards as it asks for. */
  public DiscordSettings(Token token, Staff staff) {
    this(token, "", "", 0, staff, "");
  }

  static void requireId(String key, String id) {
    if (!id.matches("[0-9]{15,20}")) {
      throw new IllegalArgumentException(
          key + ": '" + id + "' is no id of Discord's, 15 to 20 digits");
    }
  }
}
