package rhapsode.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rhapsode.judge.Exhibit;
import rhapsode.judge.FoundVerse;
import rhapsode.judge.Judge;
import rhapsode.judge.Library;
import rhapsode.judge.PlainPoet;
import rhapsode.judge.Protocol;
import rhapsode.judge.Sheet;
import rhapsode.judge.Trial;
import rhapsode.network.NativeThreads;
import rhapsode.poem.Form;
import rhapsode.poem.Prover;
import rhapsode.poet.ModelPoet;
import rhapsode.poet.Poet;
import rhapsode.poet.Repertoire;
import rhapsode.prosody.Prosody;

/** Brings poems, of a model or of a text, before the judge. */
final class Judging {
  private static final String OURS = "rhapsode";

  private final Prosody prosody;
  private final Optional<Library> library;

  /**
   * With the texts that poems may have copied from.
   *
   * @param library empty if none were named
   */
  Judging(Prosody prosody, Optional<Library> library) {
    this.prosody = prosody;
    this.library = library;
  }

  /** The sheet of poems that were found, held against one form or none. */
  List<Sheet> text(List<String> poems, Optional<Form> form) {
    var judge = new Judge(prosody, word -> true, library);
    String column = "text";
    return List.of(
        form.isPresent()
            ? judge.judge(form.get(), Map.of(column, FoundVerse.of(form.get(), poems, prosody)))
            : judge.judge(Map.of(column, FoundVerse.of(poems))));
  }

  /**
   * What a model wrote, and what the judge found.
   *
   * @param sheets one a form, and one of all forms if there are several
   * @param poems the model's poems under each form, in the protocol's order
   */
  record Hearing(List<Sheet> sheets, List<List<Exhibit>> poems) {}

  /**
   * Hears a model.
   *
   * @param progress is told of each form that is done
   */
  Hearing model(Path folder, List<Form> forms, Protocol protocol, PrintWriter progress) {
    NativeThreads.use(NativeThreads.usual());
    Repertoire repertoire = Repertoires.PLAIN.of(Home.find(folder));
    var judge = new Judge(prosody, repertoire.model().vocabulary()::holds, library);
    Map<String, Poet> poets = poets(repertoire);
    var all = new LinkedHashMap<String, List<Exhibit>>();
    var sheets = new ArrayList<Sheet>();
    var poems = new ArrayList<List<Exhibit>>();
    for (Form form : forms) {
      var columns = new LinkedHashMap<String, List<Exhibit>>();
      poets.forEach(
          (name, poet) ->
              columns.put(
                  name, Trial.of(poet, form, protocol, done -> tell(progress, form, name, done))));
      columns.forEach((name, column) -> all.merge(name, column, Judging::joined));
      poems.add(columns.get(OURS));
      sheets.add(judge.judge(form, columns));
    }
    if (forms.size() > 1) {
      sheets.add(judge.judge(all));
    }
    return new Hearing(sheets, poems);
  }

  private Map<String, Poet> poets(Repertoire repertoire) {
    var poets = new LinkedHashMap<String, Poet>();
    poets.put(
        OURS,
        new ModelPoet(
            repertoire,
            prosody,
            Runnable::run,
            InstantSource.system(),
            new SecureRandom()::nextLong));
    poets.put(
        "unconstrained",
        new PlainPoet(repertoire.model(), new Prover(prosody), InstantSource.system()));
    return poets;
  }

  private static void tell(PrintWriter progress, Form form, String poet, int done) {
    if (done % 50 == 0) {
      progress.printf("%s, %s: %d poems%n", form.name(), poet, done);
      progress.flush();
    }
  }

  private static List<Exhibit> joined(List<Exhibit> one, List<Exhibit> other) {
    var joined = new ArrayList<>(one);
    joined.addAll(other);
    return joined;
  }
}
