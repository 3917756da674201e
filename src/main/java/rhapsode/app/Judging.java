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
   * The sheets of a model, one a form, and one of all forms if there are several.
   *
   * @param progress is told of each form that is done
   */
  List<Sheet> model(Path folder, List<Form> forms, Protocol protocol, PrintWriter progress) {
    NativeThreads.use(NativeThreads.usual());
    Repertoire repertoire = Repertoires.PLAIN.of(Home.find(folder));
    var judge = new Judge(prosody, repertoire.model().vocabulary()::holds, library);
    Map<String, Poet> poets = poets(repertoire);
    var all = new LinkedHashMap<String, List<Exhibit>>();
    var sheets = new ArrayList<Sheet>();
    for (Form form : forms) {
      var columns = new LinkedHashMap<String, List<Exhibit>>();
      poets.forEach(
          (name, poet) ->
              columns.put(
                  name, Trial.of(poet, form, protocol, done -> tell(progress, form, name, done))));
      columns.forEach((name, poems) -> all.merge(name, poems, Judging::joined));
      sheets.add(judge.judge(form, columns));
    }
    if (forms.size() > 1) {
      sheets.add(judge.judge(all));
    }
    return sheets;
  }

  private Map<String, Poet> poets(Repertoire repertoire) {
    var poets = new LinkedHashMap<String, Poet>();
    poets.put(
        "rhapsode",
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
