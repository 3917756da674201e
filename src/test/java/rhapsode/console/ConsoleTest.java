package rhapsode.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rhapsode.chat.CommandLineParser;
import rhapsode.chat.Reply;
import rhapsode.chat.Router;
import rhapsode.learning.Lesson;
import rhapsode.learning.ModelVersion;
import rhapsode.testing.Community;
import rhapsode.testing.Fakes;
import rhapsode.testing.Fakes.FakePoet;
import rhapsode.testing.Fakes.FakeSchool;
import rhapsode.testing.InMemoryPoemStore;
import rhapsode.testing.Reports;
import rhapsode.testing.SettableClock;

class ConsoleTest {
  private final InMemoryPoemStore store = new InMemoryPoemStore();
  private final FakePoet poet = new FakePoet();
  private final Router router =
      new Router(
          Fakes.commands(
              poet,
              new Community(store, new SettableClock()),
              new FakeSchool(
                  new Lesson.Promoted(
                      new ModelVersion(
                          "base-1",
                          "base",
                          Instant.EPOCH,
                          1,
                          9,
                          8,
                          ModelVersion.State.IN_SERVICE,
                          null),
                      Reports.GOOD))));

  private String pipe(String input) {
    var out = new ByteArrayOutputStream();
    Console.run(router, new ByteArrayInputStream(input.getBytes(UTF_8)), out);
    return out.toString(UTF_8);
  }

  @Test
  void aPipeGetsAPoemAndNothingElse() {
    assertEquals(
        "About moonlight\na little verse.\n  -- quatrain by fake, no. 1\n\n",
        pipe("/poem moonlight\n"));
    assertEquals("", pipe(""));
    assertEquals("", pipe("\n \n/quit\n/poem moonlight\n"));
  }

  @Test
  void optionsAreTypedByName() {
    pipe("/poem the winter moon form:haiku temperature:0.5");
    assertEquals("the winter moon", poet.commissions.get(0).seed());
    assertEquals("haiku", poet.commissions.get(0).form().name());
    pipe("/poem \"form: a study\" form:haiku");
    assertEquals("form: a study", poet.commissions.get(1).seed());
    pipe("/poem rain form:\"abab cdcd/8 iambic\" proof:yes");
    assertEquals("ABAB CDCD/8 iambic", poet.commissions.get(2).form().name());
  }

  @Test
  void aPoemIsSubmittedOnOneLine() {
    String said =
        pipe(
            "/poems submit The moon / is late. // Again. title:\"Late moon\" train:yes display:yes"
                + " attribution:no\n/poems mine\n");
    assertEquals("The moon\nis late.\n\nAgain.", store.find(1).orElseThrow().text());
    assertEquals("Late moon", store.find(1).orElseThrow().title());
    assertTrue(said.contains("Thank you, poem 1 is safely stored."), said);
    assertTrue(said.contains("1. Late moon (approved; training yes"), said);
  }

  @Test
  void whatIsMissingIsAskedFor() {
    String said = pipe("/poems submit\nThe moon\nis late.\n.\nperhaps\nyes\nno\ny\n/poems mine\n");
    assertEquals("The moon\nis late.", store.find(1).orElseThrow().text());
    assertTrue(store.find(1).orElseThrow().consent().training());
    assertFalse(store.find(1).orElseThrow().consent().display());
    assertTrue(said.contains("End it with a single dot."), said);
    assertTrue(said.contains("May Rhapsode's network learn from this poem?"), said);
    assertTrue(said.contains("Please answer yes or no."), said);
  }

  @Test
  void anotherCommandInsteadOfAnAnswerStoresNothingAndIsDone() {
    String said = pipe("/poems submit The moon is late.\n/poem rain\n");
    assertTrue(store.find(1).isEmpty());
    assertTrue(said.contains("Nothing was done: /poems submit was not finished."), said);
    assertTrue(said.contains("About rain"), said);
    assertTrue(pipe("/poems submit The moon\nyes\n").contains("was not finished"));
    assertTrue(pipe("/poems submit\n.\n/poem x\n").contains("About x"));
  }

  @Test
  void progressIsALineForEachTenth() {
    String said = pipe("/retrain\n");
    assertEquals(11, said.lines().filter(line -> line.startsWith("Learning: ")).count());
    assertTrue(said.indexOf("Learned from 1 poem:") > said.lastIndexOf("Learning: "));
  }

  @Test
  void wordsWithoutASlashGetAHint() {
    assertEquals(
        "Commands start with a slash: try /poem moonlight, or /help.\n\n", pipe("moonlight\n"));
    assertTrue(pipe("/\n").startsWith("There is no command /"));
    assertTrue(pipe("/poems\n").contains("There is no command /poems"));
    assertTrue(pipe("/help me\n").contains("There is no such command"));
    assertTrue(pipe("/forms please\n").contains("/forms has no option 'please'"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "🌙", "\u202E", "/", "\"", ":", "a:", " ", "\u0000", "'"})
  void longAndStrangeLinesDoNotHurt(String piece) {
    pipe("/poem " + piece.repeat(100_000) + "\n/poems submit " + piece.repeat(100_000) + "\n");
  }

  @Test
  void nothingStoredCanSteerTheTerminal() {
    assertEquals("red[31m text", Printable.of("red\u001B[31m\u202E text\u0007"));
    var shown = new ByteArrayOutputStream();
    new Shown(new PipedLines(new ByteArrayInputStream(new byte[0]), shown))
        .say(Reply.open("\u001B]0;owned\u0007"));
    assertEquals("]0;owned\n\n", shown.toString(UTF_8));
  }

  @Test
  void completionKnowsCommandsOptionsAndForms() {
    var completer = new CommandCompleter(router.descriptions());
    assertEquals(List.of("/poem", "/poems", "/privacy"), completer.completions("", "/p"));
    assertEquals(List.of("submit", "mine", "withdraw"), completer.completions("/poems ", ""));
    assertEquals(List.of("form:haiku"), completer.completions("/poem moonlight ", "form:h"));
    assertEquals(List.of("temperature:"), completer.completions("/poem moonlight ", "t"));
    assertEquals(List.of("proof:yes", "proof:no"), completer.completions("/poem moonlight ", "p"));
    assertEquals(
        List.of("train:yes", "train:no"), completer.completions("/poems submit a poem ", "tra"));
  }

  @Test
  void aTerminalHasPromptsAndAHistory(@TempDir Path folder) throws Exception {
    var in = new ByteArrayInputStream("/poem moonlight\n/poem rain\n".getBytes(UTF_8));
    var out = new ByteArrayOutputStream();
    try (var terminal = new DumbTerminal(in, out)) {
      var lines = new TerminalLines(terminal, folder.resolve("history"), router.descriptions());
      new Console(router, lines, Locale.ENGLISH).run();
    }
    assertTrue(out.toString(UTF_8).contains("About moonlight"), out.toString(UTF_8));
    assertEquals(2, poet.commissions.size());
  }

  @Test
  void theParserTakesALineApart() {
    var parser = new CommandLineParser(router.descriptions());
    assertEquals(
        new CommandLineParser.Typed("poem", Map.of("seed", "a b", "form", "haiku")),
        parser.parse("  /poem  a  form:haiku b "));
    assertEquals(new CommandLineParser.Typed("poems mine", Map.of()), parser.parse("/poems mine"));
    assertEquals(
        new CommandLineParser.Typed("poem", Map.of("seed", "note:this")),
        parser.parse("/poem note:this"));
  }
}
