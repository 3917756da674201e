package rhapsode.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rhapsode.community.Submissions;
import rhapsode.testing.Conversation;
import rhapsode.testing.Fakes;
import rhapsode.testing.Fakes.FakePoet;
import rhapsode.testing.InMemoryPoemStore;
import rhapsode.testing.ManualSchool;
import rhapsode.testing.SettableClock;

/** Everybody may have what is stored about them, and have it erased. */
class MyDataConversationTest {
  private static final Person OLGA = new Person("test", "1", "Olga", true);
  private static final Person GUS = new Person("test", "2", "Gus", false);
  private static final String ODD = "'); drop table poem; -- \"quoted\" **bold** <b> & # 🌙";

  private final InMemoryPoemStore store = new InMemoryPoemStore();
  private final Router router =
      new Router(
          Fakes.commands(
              new FakePoet(),
              new Submissions(store, new SettableClock()),
              new ManualSchool(),
              store));
  private final Conversation chat = new Conversation(router);

  private void livesALittle() {
    String text = "text:The ferry hums\nacross the bay";
    chat.says(
            GUS, "poems submit", text, "title:" + ODD, "train:yes", "display:yes", "attribution:no")
        .join();
    chat.says(GUS, "poem", "seed:moon").join();
    chat.says(GUS, "like", "number:1").join();
  }

  private String said() {
    String all = chat.transcript();
    return all.substring(all.indexOf('\n', all.lastIndexOf("Gus: /")) + 1);
  }

  @Test
  void aDocumentHoldsAllThatIsStored() throws IOException {
    livesALittle();
    var replies = new ArrayList<Reply>();
    router.route(new Invocation(GUS, "here", "mydata export", Map.of()), collected(replies)).join();
    Reply reply = replies.get(0);
    assertTrue(reply.discreet());
    assertEquals(
        "Stored about you: poems that you gave: 1; poems that were written for you: 1; likes: 1.",
        reply.text());
    Attachment file = reply.attachment().orElseThrow();
    assertEquals("rhapsode-data-2026-11-24.json", file.name());
    JsonNode json = new ObjectMapper().readTree(file.content());
    assertEquals("rhapsode-personal-data/1", json.path("format").asText());
    assertEquals("2", json.path("id").asText());
    JsonNode given = json.path("poems_given").path(0);
    assertEquals(ODD, given.path("title").asText());
    assertEquals("The ferry hums\nacross the bay", given.path("text").asText());
    assertEquals("PENDING", given.path("status").asText());
    assertTrue(given.path("consent").path("training").asBoolean());
    assertEquals("moon", json.path("poems_written").path(0).path("seed").asText());
    assertEquals(1, json.path("likes_of_poems_written").path(0).path("number").asInt());
    assertEquals(0, json.path("likes_of_poems_given").size());
  }

  @Test
  void whatIsErasedIsGoneAndASecondPressSaysSo() {
    livesALittle();
    chat.says(GUS, "mydata delete").join();
    assertEquals(
        """
        bot to Gus: Stored about you: poems that you gave: 1; poems that were written for you: 1; likes: 1.
        All of it would be erased, and cannot be brought back. If you mean it, press the button; in the terminal, type /mydata confirm 2.
        """,
        said());
    assertEquals(1, store.byAuthor(GUS.author()).size());
    chat.says(GUS, "mydata confirm", "who:2").join();
    assertEquals(
        "bot to Gus: It is all erased; the network forgets your poems at the next /retrain.\n",
        said());
    assertEquals(List.of(), store.byAuthor(GUS.author()));
    for (String again : List.of("mydata confirm", "mydata delete")) {
      String[] who = again.endsWith("confirm") ? new String[] {"who:2"} : new String[0];
      chat.says(GUS, again, who).join();
      assertEquals("bot to Gus: Nothing is stored about you.\n", said());
    }
  }

  @Test
  void nobodyErasesTheirOwnByPressingAnothersButton() {
    livesALittle();
    chat.says(OLGA, "mydata confirm", "who:2").join();
    assertTrue(chat.transcript().endsWith("bot to Olga: That is for somebody else to confirm.\n"));
    chat.says(GUS, "mydata confirm", "who:1").join();
    assertEquals("bot to Gus: That is for somebody else to confirm.\n", said());
    assertEquals(1, store.byAuthor(GUS.author()).size());
  }

  @Test
  void theButtonIsForWhoAsked() {
    livesALittle();
    var replies = new ArrayList<Reply>();
    router.route(new Invocation(GUS, "here", "mydata delete", Map.of()), collected(replies)).join();
    assertEquals(
        List.of("mydata confirm:2"), replies.get(0).buttons().stream().map(Button::id).toList());
  }

  private static Replies collected(List<Reply> replies) {
    return new Replies() {
      @Override
      public void say(Reply reply) {
        replies.add(reply);
      }

      @Override
      public void progress(double fraction, String text) {}
    };
  }
}
