package rhapsode.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rhapsode.testing.TerminalScreen.CTRL_C;
import static rhapsode.testing.TerminalScreen.CTRL_D;
import static rhapsode.testing.TerminalScreen.TAB;
import static rhapsode.testing.TerminalScreen.UP;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rhapsode.chat.Router;
import rhapsode.learning.Lesson;
import rhapsode.poet.Commission;
import rhapsode.poet.Outcome;
import rhapsode.poet.Poet;
import rhapsode.testing.Community;
import rhapsode.testing.Fakes;
import rhapsode.testing.Fakes.FakePoet;
import rhapsode.testing.InMemoryPoemStore;
import rhapsode.testing.ManualSchool;
import rhapsode.testing.SettableClock;
import rhapsode.testing.TerminalScreen;
import rhapsode.wording.Phrase;

/** Sits down in front of a terminal: types, and looks at the screen. */
class TerminalTest {
  private static final String GREETING = "Rhapsode writes poems; base is in service.\n";

  @TempDir Path folder;

  private final InMemoryPoemStore store = new InMemoryPoemStore();
  private final FakePoet poet = new FakePoet();
  private final CompletableFuture<Outcome> slow = new CompletableFuture<>();
  private final ManualSchool school = new ManualSchool();
  private final TerminalScreen screen = new TerminalScreen(80, 24);
  private final ExecutorService desk = Executors.newSingleThreadExecutor();
  private CompletableFuture<Void> session = new CompletableFuture<>();

  @BeforeEach
  void sitDown() {
    var community = new Community(store, new SettableClock());
    Poet either = c -> c.seed().equals("slow") ? slow : poet.write(c);
    var router = new Router(Fakes.commands(either, community, school));
    session =
        CompletableFuture.runAsync(
            () -> Console.run(router, screen.terminal(), folder, GREETING), desk);
    screen.shows("\n>");
  }

  @AfterEach
  void getUp() {
    screen.close();
    desk.shutdownNow();
  }

  private void left() throws Exception {
    session.get(20, TimeUnit.SECONDS);
  }

  private String history() throws IOException {
    return Files.readString(folder.resolve(Console.HISTORY));
  }

  @Test
  void aSessionReadsLikeAChat() throws Exception {
    screen.type("/poem moonlight form:haiku\r");
    screen.shows("haiku by fake, no. 1\n\n>");
    screen.type("/quit\r");
    left();
    assertEquals(
        """
        Rhapsode writes poems; base is in service.

        > /poem moonlight form:haiku
        About moonlight
        a little verse.
          -- haiku by fake, no. 1

        > /quit""",
        screen.text().stripLeading());
  }

  @Test
  void controlDLeaves() throws Exception {
    screen.type(CTRL_D);
    left();
  }

  @Test
  void controlCClearsTheLine() throws Exception {
    screen.type("/poem moonli" + CTRL_C);
    screen.shows("> /poem moonli\n>");
    screen.type("/poem rain\r");
    screen.shows("About rain");
    screen.type("/quit\r");
    left();
    assertEquals(List.of("rain"), poet.commissions.stream().map(Commission::seed).toList());
  }

  @Test
  void controlCEndsTheQuestions() throws Exception {
    screen.type("/poems submit\r");
    screen.shows("\n|");
    screen.type("The moon\r");
    screen.shows("| The moon\n|");
    screen.type("is late" + CTRL_C);
    screen.shows("| is late\n|");
    screen.type(CTRL_C);
    screen.shows("Nothing was done: /poems submit was not finished.");
    screen.type("/quit\r");
    left();
    assertTrue(store.find(1).isEmpty());
  }

  @Test
  void tabCompletesCommandsAndForms() throws Exception {
    screen.type("/pr" + TAB);
    screen.shows("> /privacy");
    screen.type(CTRL_C);
    screen.shows("> /privacy\n>");
    screen.type("/poem moon form:li" + TAB);
    screen.shows("form:limerick");
    screen.type("\r");
    screen.shows("limerick by fake");
    screen.type("/quit\r");
    left();
    assertEquals("limerick", poet.commissions.get(0).form().name());
  }

  @Test
  void commandsAreRememberedButNoPoemIs() throws Exception {
    screen.type("/poem moonlight\r");
    screen.shows("About moonlight");
    screen.type("a line that is no command\r");
    screen.shows("Commands start with a slash");
    screen.type("/poems submit My secret one train:no display:yes attribution:no\r");
    screen.shows("poem 1 is safely stored");
    screen.type("/POEMS  submit\r");
    screen.shows("\n|");
    screen.type("My second secret\r.\rno\ryes\rno\r");
    screen.shows("poem 2 is safely stored");
    screen.type(UP + "\r" + UP + UP + "\r");
    screen.type("/quit\r");
    left();
    assertTrue(history().contains("/poem moonlight"), history());
    assertFalse(history().contains("secret"), history());
    assertFalse(history().contains("no command"), history());
    assertFalse(history().matches("(?s).*(^|:)yes\\s.*"), history());
  }

  @Test
  void aPoemMayBePastedWithItsAnswers() throws Exception {
    screen.type("/poems submit\r");
    screen.shows("\n|");
    screen.type("\u001B[200~The moon\nis late.\n\nAgain.\n.\nyes\nno\nno\u001B[201~\r");
    screen.shows("poem 1 is safely stored");
    screen.type("/quit\r");
    left();
    assertEquals("The moon\nis late.\n\nAgain.", store.find(1).orElseThrow().text());
  }

  @Test
  void aTrainingIsOneLineAtTheFootWhileThePromptGoesOn() throws Exception {
    screen.type("/retrain\r");
    screen.shows("Learning: getting the poems ready…");
    school.reaches(10);
    screen.shows("Learning: 10%");
    screen.type("/poem ra");
    screen.shows("/poem ra"); // JLine's emulator breaks the line where terminals do not.
    school.reaches(11);
    screen.shows("Learning: 11%");
    screen.type("in\r");
    screen.shows("About rain");
    school.reaches(60);
    screen.shows("Learning: 60%");
    assertEquals(1, screen.text().split("Learning: ", -1).length - 1, screen.text());
    school.ends(new Lesson.Declined(Phrase.of("retrain.no-poem")));
    screen.shows("There is no poem to learn from yet; /poems submit takes one.");
    screen.showsNoMore("Learning: ");
    screen.type("/quit\r");
    left();
  }

  @Test
  void leavingWaitsForATraining() throws Exception {
    screen.type("/retrain\r");
    screen.shows("Learning: getting");
    screen.type("/quit\r");
    screen.shows("I leave when it is done. Ctrl-C leaves at once.");
    assertFalse(session.isDone());
    school.ends(new Lesson.Declined(Phrase.of("retrain.no-poem")));
    left();
    assertTrue(
        screen.text().contains("There is no poem to learn from yet; /poems submit takes one."),
        screen.text());
  }

  @Test
  void controlCLeavesATrainingAlone() throws Exception {
    screen.type("/retrain\r");
    screen.shows("Learning: getting");
    screen.type("/quit\r");
    screen.shows("Ctrl-C leaves at once.");
    screen.type(CTRL_C);
    left();
    assertFalse(screen.text().contains("Learning: "), screen.text());
  }

  @Test
  void nothingThatWasStoredSteersTheScreen() throws Exception {
    screen.type("/poem \u0016\u001B[2J🌙 שלום\r");
    screen.shows("About ");
    screen.type("/quit\r");
    left();
    assertTrue(screen.text().strip().startsWith("Rhapsode writes poems"), screen.text());
    assertTrue(screen.text().contains("About [2J🌙 שלום"), screen.text());
  }

  @Test
  void aLineOfAHundredThousandCharactersIsAnswered() throws Exception {
    screen.type("/poem " + "x".repeat(100_000) + "\r");
    screen.shows("seed has at most 200 characters; yours has 100,000.");
    screen.type("/quit\r");
    left();
  }

  @Test
  void severalWorksShareTheFoot() throws Exception {
    screen.type("/retrain\r");
    screen.shows("Learning: getting");
    screen.type("/poem slow\r");
    screen.shows("Learning: getting the poems ready… | Working on /poem …");
    slow.complete(new Outcome.Declined(Phrase.of("poem.no-word")));
    screen.shows("Name at least one word that the poem should be about.");
    screen.showsNoMore("Working on");
    school.ends(new Lesson.Declined(Phrase.of("retrain.no-poem")));
    screen.type("/quit\r");
    left();
  }
}
