package rhapsode.discord;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import rhapsode.chat.Rank;

/**
 * Whom the bot obeys, and where it tells moderators what waits.
 *
 * @param owners ids of the users who run this bot
 * @param moderators ids of users who look at poems
 * @param roles ids of the roles whose members do too
 * @param channel id of the channel in which poems that wait are shown; empty for none
 */
public record Staff(Set<String> owners, Set<String> moderators, Set<String> roles, String channel) {
  public Staff {
    owners = Set.copyOf(owners);
    moderators = Set.copyOf(moderators);
    roles = Set.copyOf(roles);
    requireIds("owners", owners);
    requireIds("moderators", moderators);
    requireIds("moderator-roles", roles);
    requireIds("moderators-channel", channel.isEmpty() ? List.of() : List.of(channel));
  }

  /** Owners alone. */
  public static Staff owners(Set<String> owners) {
    return new Staff(owners, Set.of(), Set.of(), "");
  }

  private static void requireIds(String key, Collection<String> ids) {
    ids.forEach(id -> DiscordSettings.requireId(key, id));
  }

  /**
   * What somebody is.
   *
   * @param theirs ids of the roles that they have where they ask
   */
  Rank rank(String user, Stream<String> theirs) {
    if (owners.contains(user)) {
      return Rank.OWNER;
    }
    return moderators.contains(user) || theirs.anyMatch(roles::contains)
        ? Rank.MODERATOR
        : Rank.MEMBER;
  }
}
