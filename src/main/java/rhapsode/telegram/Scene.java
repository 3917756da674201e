package rhapsode.telegram;

import java.util.Locale;
import java.util.Map;
import rhapsode.chat.Invocation;
import rhapsode.chat.Person;
import rhapsode.chat.Rank;

/**
 * Who is talking, and where.
 *
 * @param user Telegram's id, which is also that of the private chat
 * @param locale the language that their app is in
 */
record Scene(Place place, long user, Person person, Locale locale) {
  /** The same by somebody of another rank. */
  Scene ranked(Rank rank) {
    return new Scene(place, user, person.ranked(rank), locale);
  }

  Invocation invocation(String command, Map<String, String> options) {
    return new Invocation(person, String.valueOf(place.chat()), command, options, locale);
  }
}
