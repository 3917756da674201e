package rhapsode.testing.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody talks to the bot.
 *
 * @param guild null in a direct message
 * @param channel its id
 * @param installed whether the bot is a member there, or came with the user
 * @param locale of the guild
 */
public record Place(@Nullable Long guild, long channel, boolean installed, String locale) {
  /** A role that some people have in servers that the bot is a member of. */
  public static final long JUDGES = 700000000000000007L;

  /** A server that the bot is a member of. */
  static Place server() {
    return new Place(Snowflakes.next(), Snowflakes.next(), true, "en-US");
  }

  /** A server that the bot is no member of: somebody brought it along. */
  public static Place elsewhere() {
    return new Place(Snowflakes.next(), Snowflakes.next(), false, "en-US");
  }

  /** A direct message to the bot. */
  public static Place directMessage() {
    return new Place(null, Snowflakes.next(), true, "en-US");
  }

  /** The same with a server in another language. */
  public Place speaking(String tag) {
    return new Place(guild, channel, installed, tag);
  }

  /** As a guild that the bot is told of when it connects. */
  ObjectNode guildCreate(long bot) {
    String id = Json.id(guild);
    ObjectNode self = Json.object();
    self.putObject("user").put("id", Json.id(bot)).put("username", "rhapsode").put("bot", true);
    self.putArray("roles");
    ObjectNode json =
        Json.object()
            .put("id", id)
            .put("name", "Verse")
            .put("owner_id", Json.id(bot))
            .put("preferred_locale", locale)
            .put("member_count", 1)
            .put("afk_timeout", 300);
    json.putArray("roles").add(role(id, "@everyone", 0)).add(role(Json.id(JUDGES), "judges", 1));
    json.putArray("channels").add(channelJson().put("name", "poems").put("position", 0));
    json.putArray("members").add(self);
    for (String empty :
        new String[] {"threads", "guild_scheduled_events", "emojis", "voice_states"}) {
      json.putArray(empty);
    }
    return json;
  }

  private static ObjectNode role(String id, String name, int position) {
    ObjectNode role =
        Json.object()
            .put("id", id)
            .put("name", name)
            .put("permissions", "2147483647")
            .put("position", position);
    role.putObject("colors").put("primary_color", 0);
    return role;
  }

  ObjectNode channelJson() {
    return Json.object().put("id", Json.id(channel)).put("type", guild == null ? 1 : 0);
  }
}
