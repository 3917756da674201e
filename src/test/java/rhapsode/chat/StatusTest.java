package rhapsode.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import rhapsode.learning.Lesson;
import rhapsode.testing.Community;
import rhapsode.testing.Conversation;
import rhapsode.testing.Fakes;
import rhapsode.testing.Fakes.FakePoet;
import rhapsode.testing.Fakes.FakeSchool;
import rhapsode.wording.Phrase;

/** {@code /status}, as conversations. */
class StatusTest {
  private static final Person OLGA = new Person("test", "1", "Olga", Rank.OWNER);
  private static final Person GUS = new Person("test", "2", "Gus", Rank.MEMBER);

  private final Router router =
      new Router(
          Fakes.commands(
              new FakePoet(),
              new Community(),
              new FakeSchool(new Lesson.Declined(Phrase.of("retrain.no-poem")))));
  private final Conversation chat = new Conversation(router);

  @Test
  void anOwnerIsToldHowTheBotStands() {
    chat.says(GUS, "poems submit", "text:A moon", "train:yes", "display:yes", "attribution:no");
    chat.says(OLGA, "status");
    String transcript = chat.transcript();
    assertEquals(
        """
        Olga: /status
        bot to Olga: rhapsode 1.0, up for 2 d 3 h 4 min.
        Discord: connected, shards: 1.
        Telegram: connected.
        In service: base (verse network, 10 words, 20 parameters)
        Poems that wait for a moderator: 1
        Memory of Java: 512 of 2,147 MB
        """,
        transcript.substring(transcript.indexOf("Olga:")));
  }

  @Test
  void nobodyElseIs() {
    chat.says(GUS, "status");
    assertEquals(
        "Gus: /status\nbot to Gus: Only the owners of this bot can use /status.\n",
        chat.transcript());
  }

  @Test
  void anOwnerReadsItInTheirLanguage() {
    var invocation = new Invocation(OLGA, "here", "status", Map.of(), Locale.GERMAN);
    var said = new ArrayList<String>();
    router.route(
        invocation,
        new Replies() {
          @Override
          public void say(Reply reply) {
            said.add(reply.text());
          }

          @Override
          public void progress(double fraction, String text) {}
        });
    assertTrue(said.get(0).startsWith("rhapsode 1.0, läuft seit 2 T 3 Std 4 Min.\n"), said.get(0));
    assertTrue(said.get(0).endsWith("Speicher von Java: 512 von 2.147 MB"), said.get(0));
  }

  @Test
  void helpNamesItToOwnersAlone() {
    assertEquals(Optional.empty(), router.objection(asks(OLGA)));
    chat.says(OLGA, "help");
    assertTrue(chat.transcript().contains("/status"));
    assertTrue(router.objection(asks(GUS)).isPresent());
  }

  private static Invocation asks(Person person) {
    return new Invocation(person, "here", "status", Map.of());
  }
}
