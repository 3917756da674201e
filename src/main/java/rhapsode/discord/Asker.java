package rhapsode.discord;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.Role;
import net.dv8tion.jda.api.entities.User;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.interactions.Interaction;
import rhapsode.chat.Invocation;
import rhapsode.chat.Person;
import rhapsode.wording.Wording;

/**
 * Who asks, where, and in which language.
 *
 * @param person what they may do is decided by their id and roles, at each interaction
 * @param community the server's id; in a direct message {@value #DIRECT} and the person's id
 */
record Asker(Person person, String community, Locale locale) {
  static final String DIRECT = "dm-";

  static Asker of(Interaction interaction, Staff staff) {
    User user = interaction.getUser();
    Guild guild = interaction.getGuild();
    Member member = interaction.getMember();
    Stream<String> roles =
        member == null || member.isDetached()
            ? Stream.of()
            : member.getUnsortedRoles().stream().map(Role::getId);
    var person =
        new Person(
            "discord", user.getId(), user.getEffectiveName(), staff.rank(user.getId(), roles));
    DiscordLocale around = guild == null ? DiscordLocale.UNKNOWN : guild.getLocale();
    return new Asker(
        person,
        guild == null ? DIRECT + user.getId() : guild.getId(),
        language(interaction.getUserLocale(), around));
  }

  /** The first that the bot speaks, else English. */
  private static Locale language(DiscordLocale users, DiscordLocale guilds) {
    return Stream.of(users, guilds)
        .filter(locale -> locale != DiscordLocale.UNKNOWN)
        .map(DiscordLocale::toLocale)
        .filter(Asker::isSpoken)
        .findFirst()
        .orElse(Locale.ENGLISH);
  }

  private static boolean isSpoken(Locale locale) {
    return Wording.languages().stream()
        .anyMatch(known -> known.getLanguage().equals(locale.getLanguage()));
  }

  Invocation invocation(String command, Map<String, String> options) {
    return new Invocation(person, community, command, options, locale);
  }

  /** A sentence in their language. */
  String told(String key) {
    return Wording.of(locale).say(key);
  }
}
