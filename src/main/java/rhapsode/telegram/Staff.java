package rhapsode.telegram;

import java.util.OptionalLong;
import java.util.Set;
import rhapsode.chat.Rank;

/**
 * Whom the bot obeys, and where it tells moderators what waits.
 *
 * @param owners ids of the people who run the bot
 * @param moderators ids of people who look at poems
 * @param chat the moderators' chat: poems that wait are shown there, and its administrators are
 *     moderators too
 */
public record Staff(Set<Long> owners, Set<Long> moderators, OptionalLong chat) {
  public Staff {
    owners = Set.copyOf(owners);
    moderators = Set.copyOf(moderators);
  }

  /** Owners alone. */
  public static Staff owners(Set<Long> owners) {
    return new Staff(owners, Set.of(), OptionalLong.empty());
  }

  /** What somebody is by their id alone; an administrator of the moderators' chat may be more. */
  Rank rank(long user) {
    if (owners.contains(user)) {
      return Rank.OWNER;
    }
    return moderators.contains(user) ? Rank.MODERATOR : Rank.MEMBER;
  }
}
