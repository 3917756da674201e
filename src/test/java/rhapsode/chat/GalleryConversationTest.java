package rhapsode.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rhapsode.testing.Community;
import rhapsode.testing.Conversation;
import rhapsode.testing.Fakes;
import rhapsode.testing.Fakes.FakePoet;
import rhapsode.testing.InMemoryPoemStore;
import rhapsode.testing.ManualSchool;
import rhapsode.testing.SettableClock;

/** What a community is shown of its own poems. */
class GalleryConversationTest {
  private static final Person OLGA = new Person("test", "1", "Olga", Rank.OWNER);
  private static final Person GUS = new Person("test", "2", "Gus", Rank.MEMBER);

  private final InMemoryPoemStore store = new InMemoryPoemStore();
  private final Router router =
      new Router(
          Fakes.commands(
              new FakePoet(), new Community(store, new SettableClock()), new ManualSchool()));
  private final Conversation chat = new Conversation(router);

  private void give(String title, String text, String attribution) {
    chat.says(
            OLGA,
            "poems submit",
            "text:" + text,
            "title:" + title,
            "train:yes",
            "display:yes",
            "attribution:" + attribution)
        .join();
  }

  private String said() {
    String all = chat.transcript();
    return all.substring(all.lastIndexOf("Gus: /") + 5);
  }

  @Test
  void aPoemIsShownLikedAndTakenBack() {
    chat.says(GUS, "poems random").join();
    assertEquals(
        """
        /poems random
        bot to Gus: No poem of this community may be shown yet; /poems submit takes one.
        """,
        said());
    give("Ferry", "The ferry hums\nacross the bay", "yes");
    give("", "A lamp is lit\nat end of day", "no");
    chat.says(GUS, "poems like", "number:1").join();
    assertEquals(
        """
        /poems like number:1
        bot: Ferry

        The ferry hums
        across the bay -- given to Rhapsode, no. 1, by Olga
        """,
        said());
    chat.says(GUS, "poems top").join();
    assertEquals(
        """
        /poems top
        bot: Best liked here, with how many like each:
        (1) no. 1: Ferry, by Olga
        (0) no. 2: A lamp is lit
        """,
        said());
    chat.says(OLGA, "poems withdraw", "number:1").join();
    for (String command : List.of("poems like", "poems show")) {
      chat.says(GUS, command, "number:1").join();
      assertEquals(
          "/" + command + " number:1\nbot to Gus: That poem is not shown here, or no longer.\n",
          said());
    }
    chat.says(GUS, "poems random").join();
    assertEquals(
        """
        /poems random
        bot: A lamp is lit
        at end of day -- given to Rhapsode, no. 2
        """,
        said());
  }

  @Test
  void noOtherServerSeesIt() {
    give("Ferry", "The ferry hums\nacross the bay", "yes");
    for (String command : List.of("poems top", "poems random", "poems show", "poems like")) {
      var replies = new ArrayList<String>();
      Map<String, String> options =
          command.matches(".*(show|like)") ? Map.of("number", "1") : Map.of();
      router.route(new Invocation(GUS, "elsewhere", command, options), told(replies)).join();
      assertEquals(1, replies.size());
      assertEquals(-1, replies.get(0).indexOf("ferry"), replies.get(0));
    }
  }

  @Test
  void buttonsKnowTheirPoem() {
    give("Ferry", "The ferry hums\nacross the bay", "yes");
    var replies = new ArrayList<Reply>();
    var answers =
        new Replies() {
          @Override
          public void say(Reply reply) {
            replies.add(reply);
          }

          @Override
          public void progress(double fraction, String text) {}
        };
    router.route(new Invocation(GUS, "here", "poems top", Map.of()), answers).join();
    Button read = replies.get(0).buttons().get(0);
    assertEquals("Read no. 1", read.label());
    press(read, answers);
    Button like = replies.get(1).buttons().get(0);
    assertEquals("Like", like.label());
    press(like, answers);
    assertEquals("Like (1)", replies.get(2).buttons().get(0).label());
    press(like, answers);
    assertEquals("Like", replies.get(3).buttons().get(0).label());
  }

  private void press(Button button, Replies answers) {
    Invocation pressed =
        Button.pressed(button.id(), GUS, "here", Locale.ENGLISH, router).orElseThrow();
    router.route(pressed, answers).join();
  }

  private static Replies told(List<String> texts) {
    return new Replies() {
      @Override
      public void say(Reply reply) {
        texts.add(reply.text());
      }

      @Override
      public void progress(double fraction, String text) {}
    };
  }
}
