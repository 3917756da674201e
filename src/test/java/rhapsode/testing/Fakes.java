package rhapsode.testing;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import rhapsode.card.PoemCards;
import rhapsode.chat.Command;
import rhapsode.chat.Vitals;
import rhapsode.chat.command.Commands;
import rhapsode.community.Gallery;
import rhapsode.community.MyData;
import rhapsode.community.SubmittedPoem;
import rhapsode.learning.Lesson;
import rhapsode.learning.ModelStatus;
import rhapsode.learning.ModelVersion;
import rhapsode.learning.School;
import rhapsode.learning.TrainingProgress;
import rhapsode.learning.TrainingRun;
import rhapsode.learning.TrainingRun.Cause;
import rhapsode.poem.Form;
import rhapsode.poem.Forms;
import rhapsode.poem.Line;
import rhapsode.poem.LineShape;
import rhapsode.poem.Poem;
import rhapsode.poem.Prover;
import rhapsode.poem.Stanza;
import rhapsode.poet.Commission;
import rhapsode.poet.Outcome;
import rhapsode.poet.Poet;
import rhapsode.prosody.Prosody;
import rhapsode.wording.Phrase;

/** Poets and schools that do as they are told. */
public final class Fakes {
  /** How a program stands that talks on two platforms. */
  public static final Vitals VITALS =
      new Vitals(
          "rhapsode 1.0",
          Duration.ofMinutes(2 * 24 * 60 + 3 * 60 + 4),
          List.of("Discord: connected, shards: 1.", "Telegram: connected."),
          512_000_000,
          2_147_483_648L);

  private Fakes() {}

  /** All commands, with an anthology of their own. */
  public static List<Command> commands(Poet poet, Community community, School school) {
    return commands(poet, community, school, Optional.empty());
  }

  /** The same with poems as pictures. */
  public static List<Command> commands(
      Poet poet, Community community, School school, Optional<PoemCards> cards) {
    var anthology = new InMemoryAnthology();
    var shown = new InMemoryShownPoems(community.store());
    var clock = new SettableClock();
    return Commands.all(
        new Commands.Parts(
            poet,
            Forms.load(),
            FakePoet.PROVER,
            community.submissions(),
            community.moderation(),
            community.noticeboard(),
            anthology,
            new Gallery(shown, clock, new Random(1)),
            new MyData(new InMemoryPersonalRecords(community.store(), shown, anthology), clock),
            school,
            cards,
            () -> VITALS,
            new Commands.Statistics(
                new InMemoryCensus(community.store(), anthology, shown),
                new InMemoryModelHistory(),
                Optional.empty()),
            clock));
  }

  /** Writes two lines about the seed, and remembers what was asked. */
  public static final class FakePoet implements Poet {
    private static final Prover PROVER = new Prover(Prosody.load());

    /** What is proved, so that no test depends on what two lines have of a form. */
    private static final Form ANY = new Form("any", List.of(List.of(LineShape.FREE)));

    public final List<Commission> commissions = new CopyOnWriteArrayList<>();

    @Override
    public CompletableFuture<Outcome> write(Commission commission) {
      commissions.add(commission);
      if (commission.seed().equals("crash")) {
        return CompletableFuture.failedFuture(new IllegalStateException("secret details"));
      }
      if (commission.seed().equals("nothing")) {
        return CompletableFuture.completedFuture(new Outcome.Declined(Phrase.of("poem.no-word")));
      }
      var lines =
          List.of(
              new Line("About " + commission.seed().replaceAll("\\R", " ")),
              new Line("a little verse."));
      var poem =
          new Poem(
              commission.seed(),
              commission.form(),
              List.of(new Stanza(lines)),
              PROVER.prove(ANY, lines),
              "fake");
      return CompletableFuture.completedFuture(new Outcome.Written(poem, Duration.ofMillis(250)));
    }
  }

  /** Reports progress in a hundred steps and ends with the given lesson. */
  public record FakeSchool(Lesson lesson) implements School {
    @Override
    public CompletableFuture<Lesson> retrain(Cause cause, Consumer<TrainingProgress> progress) {
      IntStream.rangeClosed(0, 100)
          .mapToObj(
              i -> new TrainingProgress(1, 2, i / 100.0, 5000, 4.5, Duration.ofSeconds(100 - i)))
          .forEach(progress);
      return CompletableFuture.completedFuture(lesson);
    }

    @Override
    public ModelStatus status() {
      return new ModelStatus(
          "base",
          Phrase.of("model.network", "verse", 10, 20),
          null,
          Optional.empty(),
          Optional.empty(),
          3);
    }

    @Override
    public List<ModelVersion> models() {
      return List.of();
    }

    @Override
    public List<TrainingRun> runs(int most) {
      return List.of();
    }

    @Override
    public CompletableFuture<Phrase> rollback(Optional<String> model) {
      return CompletableFuture.completedFuture(Phrase.of("rollback.already", "base"));
    }

    @Override
    public Optional<SubmittedPoem> closest(String text, String model) {
      return Optional.empty();
    }
  }
}
