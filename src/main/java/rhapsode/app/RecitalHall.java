package rhapsode.app;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import rhapsode.judge.Exhibit;
import rhapsode.judge.Figure;
import rhapsode.judge.Judge;
import rhapsode.judge.Library;
import rhapsode.judge.Protocol;
import rhapsode.judge.Sheet;
import rhapsode.judge.Trial;
import rhapsode.learning.Examiner;
import rhapsode.learning.Recital;
import rhapsode.poem.Form;
import rhapsode.poem.Forms;
import rhapsode.poet.ModelPoet;
import rhapsode.poet.Repertoire;
import rhapsode.prosody.Prosody;

/**
 * Where models recite before the judge: a few poems of three short forms by the protocol that all
 * figures of this project follow. Used by one thread.
 *
 * @param community the texts that models learn from, now
 * @param refused whether a text has a word that the operator does not want to read; models are free
 *     to write it here, so that the gate sees what they have learned
 * @param giveWay called before each poem; blocks as long as more urgent work is under way
 */
record RecitalHall(
    ModelFolders folders,
    Prosody prosody,
    Repertoires.Texts community,
    Predicate<String> refused,
    Runnable giveWay,
    InstantSource clock)
    implements Examiner {
  private static final List<String> FORMS = List.of("quatrain", "haiku", "limerick");
  private static final Protocol PROTOCOL = new Protocol(12);
  private static final String COLUMN = "model";

  /** Poems of a community that recited ones are compared with; they take 1 KB of memory each. */
  private static final int COMPARED = 20_000;

  @Override
  public Recital hear(String model) {
    List<String> texts = community.sample(COMPARED);
    Repertoire repertoire = new Repertoires(community, List.of()).of(folders.of(model));
    var poet = new ModelPoet(repertoire, prosody, Runnable::run, clock, () -> 1);
    var judge =
        new Judge(prosody, repertoire.model().vocabulary()::holds, Optional.of(Library.of(texts)));
    var poems = new ArrayList<Exhibit>();
    var valid = new ArrayList<Figure>();
    for (Form form : FORMS.stream().map(Forms.load()::named).flatMap(Optional::stream).toList()) {
      giveWay.run();
      List<Exhibit> some = Trial.of(poet, form, PROTOCOL, done -> giveWay.run());
      figure(judge.judge(form, Map.of(COLUMN, some)), "valid").ifPresent(valid::add);
      poems.addAll(some);
    }
    Sheet all = judge.judge(Map.of(COLUMN, poems));
    return new Recital(
        poems.size(),
        valid.stream().mapToDouble(Figure::value).average().orElse(0),
        share(all, "repeated_4"),
        share(all, "copies_8"),
        (double) poems.stream().filter(poem -> refused.test(text(poem))).count() / poems.size(),
        sample(poems.get(0)));
  }

  private static Optional<Figure> figure(Sheet sheet, String key) {
    return sheet.rows().stream()
        .filter(row -> row.key().equals(key))
        .flatMap(row -> row.figures().stream())
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static double share(Sheet sheet, String key) {
    return figure(sheet, key).map(Figure::value).orElse(0.0);
  }

  private static String text(Exhibit poem) {
    return String.join("\n", poem.lines());
  }

  private static Recital.Sample sample(Exhibit poem) {
    return new Recital.Sample(
        poem.seed().orElse(""), poem.form().map(Form::name).orElse(""), text(poem));
  }
}
