package rhapsode.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rhapsode.chat.Router;
import rhapsode.community.ConsentText;
import rhapsode.learning.Lesson;
import rhapsode.testing.Community;
import rhapsode.testing.Fakes;
import rhapsode.testing.Fakes.FakePoet;
import rhapsode.testing.InMemoryPoemStore;
import rhapsode.testing.ManualSchool;
import rhapsode.testing.SettableClock;
import rhapsode.wording.Phrase;

/** Whole sessions on a pipe: every character of the output is what somebody would read. */
class PipeTest {
  @TempDir Path folder;

  private final InMemoryPoemStore store = new InMemoryPoemStore();
  private final FakePoet poet = new FakePoet();
  private final ManualSchool school = new ManualSchool();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private String pipe(String input) {
    var community = new Community(store, new SettableClock());
    var router = new Router(Fakes.commands(poet, community, school));
    Console.run(router, new ByteArrayInputStream(input.getBytes(UTF_8)), out, folder);
    return out.toString(UTF_8);
  }

  @Test
  void aPoemIsGivenAnswerByAnswer() {
    assertEquals(
        ConsentText.current().text()
            + """


        The poem, line by line. End it with a single dot.
        May Rhapsode's network learn from this poem? (yes or no)
        May the poem be shown to others? (yes or no)
        Please answer yes or no.
        May your name stand beside it? (yes or no)
        Thank you, poem 1 is safely stored. Rhapsode will learn from it at the next /retrain.

        """,
        pipe("/poems submit\r\nThe moon\r\nis late.\r\n.\r\nYES\r\nperhaps\r\nn\r\nno\r\n"));
    assertEquals("The moon\nis late.", store.find(1).orElseThrow().text());
  }

  @Test
  void onesDataIsSavedBesideTheHistory() {
    assertEquals(
        """
        Stored about you: poems that you gave: 0; poems that were written for you: 0; likes: 0.

        Saved as %s

        """
            .formatted(folder.resolve("exports").resolve("rhapsode-data-2026-11-24.json")),
        pipe("/mydata export\n"));
  }

  @Test
  void theNextCommandWaitsForTheLastWordOfTheOneBefore() throws Exception {
    var session = CompletableFuture.supplyAsync(() -> pipe("/retrain\n/poem rain"));
    school.reaches(0);
    school.reaches(25);
    assertEquals(0, poet.commissions.size());
    school.ends(new Lesson.Declined(Phrase.of("retrain.no-poem")));
    assertEquals(
        """
        Learning: getting the poems ready…
        Learning: 25%, epoch 1 of 1, loss 4.50, 5,000 words/s, 1:15 min left
        There is no poem to learn from yet; /poems submit takes one.

        About rain
        a little verse.
          -- quatrain by fake, no. 1

        """,
        session.get(20, TimeUnit.SECONDS));
  }

  @Test
  void nobodyWritesAPoemForACommandThatWillBeRefused() {
    assertEquals(
        """
        There is no command /poems sumbit; did you mean /poems submit?

        /poems submit has no option 'tarin'; did you mean train?

        train is yes or no, not 'perhaps'.

        """,
        pipe("/poems sumbit\n/poems submit tarin:yes\n/poems submit train:perhaps\n"));
  }

  @Test
  void aWrongAnswerIsAskedForAgain() {
    assertEquals(
        """
        Which one? Its number in /poems mine.
        number is a whole number from 1 to 1000000000000, not 'the first'.
        Which one? Its number in /poems mine.
        You have no poem 1; /poems mine lists yours.

        """,
        pipe("/poems withdraw\nthe first\n\n1\n"));
  }

  @Test
  void anotherCommandInsteadOfAnAnswerIsDoneNext() {
    assertTrue(
        pipe("/poems submit\nThe moon\n  /quit\n/poem rain\n")
            .endsWith("dot.\nNothing was done: /poems submit was not finished.\n\n"));
    assertEquals(0, poet.commissions.size());
  }

  @Test
  void aPoemThatIsTooLongIsNotLostUnexplained() {
    assertTrue(
        pipe("/poems submit\n" + "word ".repeat(1000) + "\n.\n")
            .contains("text has at most 4,000 characters; yours has 4,999.\nNothing was done"));
  }

  @Test
  void verseOnOneLineIsVerseWhereverItIsTyped() {
    pipe("/poems submit\nThe moon / is late. // Again.\n.\ny\ny\ny\n");
    assertEquals("The moon\nis late.\n\nAgain.", store.find(1).orElseThrow().text());
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheFirstCommand() {
    assertTrue(pipe("\uFEFF/poem rain").startsWith("About rain"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"x", "🌙", "\u202E", " / ", "\"", "\" ", "a:\"", "a: ", " ", "title:", "ש"})
  @Timeout(20)
  void longLinesTakeNoLongTime(String piece) {
    String line = piece.repeat(100_000 / piece.length());
    pipe("/poem " + line + "\n/poems submit x" + line + "x train:yes\n/" + line + "\n" + line);
    pipe("/poems submit \"x" + line + "x\"\n/poems submit\nx" + line + "x\n.\n");
  }
}
