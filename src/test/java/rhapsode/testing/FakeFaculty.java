package rhapsode.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import rhapsode.learning.Curriculum;
import rhapsode.learning.Examiner;
import rhapsode.learning.Faculty;
import rhapsode.learning.Recital;
import rhapsode.learning.Stage;
import rhapsode.learning.TrainingProgress;
import rhapsode.learning.Tutor;
import rhapsode.wording.Phrase;

/** A tutor, an examiner and a stage that do as they are told, and share the models' files. */
public final class FakeFaculty implements Tutor, Examiner, Stage {
  public final TreeSet<String> files = new TreeSet<>();
  public final List<Curriculum> taught = new ArrayList<>();
  public final Map<String, Recital> recitals = new HashMap<>();
  public final Map<String, Double> perplexities = new HashMap<>();
  public Judgement judgement = Reports.judgement(100, 90);
  public Optional<Throwable> fault = Optional.empty();

  /** Models whose files cannot be removed. */
  public final Set<String> stuck = new TreeSet<>();

  /** What happens in the middle of a run. */
  public Runnable meanwhile = () -> {};

  private String model = "base";

  public Faculty faculty() {
    return new Faculty(this, this, this);
  }

  /** The last lessons. */
  public List<String> lessons() {
    return taught.get(taught.size() - 1).lessons();
  }

  @Override
  public Judgement teach(String name, Curriculum curriculum, Consumer<TrainingProgress> progress) {
    taught.add(curriculum);
    files.add(name);
    progress.accept(new TrainingProgress(1, 2, 0.5, 100, 4, Duration.ofSeconds(9)));
    meanwhile.run();
    if (fault.isPresent()) {
      FakeFaculty.<RuntimeException>raise(fault.get());
    }
    return judgement;
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> void raise(Throwable fault) throws T {
    throw (T) fault;
  }

  @Override
  public double perplexity(String name, List<String> texts) {
    return perplexities.getOrDefault(name, 100.0);
  }

  @Override
  public List<String> kept() {
    return List.copyOf(files);
  }

  @Override
  public void discard(String name) {
    if (stuck.contains(name)) {
      throw new IllegalStateException(name + " is in use");
    }
    files.remove(name);
  }

  @Override
  public String base() {
    return "base";
  }

  @Override
  public Recital hear(String name) {
    return recitals.getOrDefault(name, Reports.RECITAL);
  }

  @Override
  public Runnable ready(String name) {
    if (!name.equals("base") && !files.contains(name)) {
      throw new IllegalStateException("there is no model " + name);
    }
    return () -> model = name;
  }

  @Override
  public String current() {
    return model;
  }

  @Override
  public Phrase description() {
    return Phrase.of("model.network", "verse", 10, 20);
  }
}
