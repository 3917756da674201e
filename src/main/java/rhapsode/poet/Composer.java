package rhapsode.poet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import rhapsode.language.Continuation;
import rhapsode.language.Detokenizer;
import rhapsode.language.NucleusSampler;
import rhapsode.language.Sampler;
import rhapsode.language.Vocabulary;
import rhapsode.poem.Form;
import rhapsode.poem.Line;
import rhapsode.poem.LineShape;
import rhapsode.poem.Poem;
import rhapsode.poem.Prover;
import rhapsode.poem.Stanza;

/**
 * Writes one poem, line by line: many drafts of a line grow side by side in one batch, each word
 * sampled among those that the form allows, and the draft that the model finds most natural becomes
 * the line. Confined to the poet's thread.
 */
final class Composer {
  private static final int DRAFTS = 16;
  private static final int TRIES = 3;
  private static final double NUCLEUS = 0.92;

  private final Voice voice;
  private final Prover prover;
  private final Sampler sampler;
  private final RandomGenerator random;
  private final Continuation text;
  private final Verse verse = new Verse();
  private float[] next;

  Composer(Voice voice, Prover prover, double temperature, RandomGenerator random) {
    this.voice = voice;
    this.prover = prover;
    this.sampler = new NucleusSampler(temperature, NUCLEUS);
    this.random = random;
    this.text = voice.model().begin(1);
    this.next = text.read(new int[] {Vocabulary.POEM})[0].clone();
  }

  /** The poem about some words. */
  Poem compose(String seed, List<Word> about, Form form) {
    List<LineShape> shapes = form.lines();
    List<List<Word>> beginnings = Seed.deal(about, shapes);
    var stanzas = new ArrayList<Stanza>();
    int line = 0;
    for (List<LineShape> shape : form.stanzas()) {
      if (line > 0) {
        read(Vocabulary.STANZA);
      }
      var lines = new ArrayList<Line>();
      for (int i = 0; i < shape.size(); i++, line++) {
        List<Word> words = line(task(shapes, line, beginnings.get(line)));
        verse.add(words);
        lines.add(shown(words, line == shapes.size() - 1));
        words.forEach(word -> read(word.id()));
        read(Vocabulary.LINE);
      }
      stanzas.add(new Stanza(lines));
    }
    List<Line> lines = stanzas.stream().flatMap(stanza -> stanza.lines().stream()).toList();
    return new Poem(seed, form, stanzas, prover.prove(form, lines), voice.model().name());
  }

  private void read(int word) {
    next = text.read(new int[] {word})[0].clone();
  }

  private LineTask task(List<LineShape> shapes, int line, List<Word> beginning) {
    LineShape shape = shapes.get(line);
    var partners = new ArrayList<Integer>();
    boolean later = false;
    for (int i = 0; i < shapes.size(); i++) {
      if (i != line && shape.rhymes() && shapes.get(i).rhyme() == shape.rhyme()) {
        later |= i > line;
        if (i < line) {
          partners.add(endWord(verse.lines().get(i)));
        }
      }
    }
    return new LineTask(shape.syllables(), beginning, partners, later, line == shapes.size() - 1);
  }

  private int endWord(List<Word> line) {
    for (int i = line.size() - 1; i >= 0; i--) {
      if (!voice.isPunctuation(line.get(i).id())) {
        return line.get(i).id();
      }
    }
    return Vocabulary.UNKNOWN;
  }

  /** The best of many drafts; without its rhyme if none can be found with it. */
  private List<Word> line(LineTask task) {
    for (int attempt = 0; attempt < TRIES; attempt++) {
      List<Draft> finished = drafts(task, DRAFTS << attempt);
      if (!finished.isEmpty()) {
        return best(finished);
      }
    }
    List<Draft> unrhymed = drafts(task.unrhymed(), DRAFTS);
    return unrhymed.isEmpty() ? fallback(task) : best(unrhymed);
  }

  private static List<Word> best(List<Draft> drafts) {
    return drafts.stream()
        .max((a, b) -> Double.compare(a.merit(), b.merit()))
        .orElseThrow()
        .words();
  }

  /** A beginning that fills its line already stands alone; nothing else can fail without rhyme. */
  private List<Word> fallback(LineTask task) {
    if (!task.beginning().isEmpty()) {
      return task.beginning();
    }
    throw new IllegalStateException(
        "the vocabulary of model " + voice.model().name() + " cannot fill a line");
  }

  private List<Draft> drafts(LineTask task, int count) {
    var drafts = new ArrayList<Draft>();
    for (int i = 0; i < count; i++) {
      drafts.add(new Draft(voice, task, verse));
    }
    Continuation batch = text.copies(0, count);
    float[][] rows = new float[count][];
    Arrays.fill(rows, next);
    for (Word word : task.beginning()) {
      int[] same = new int[count];
      Arrays.fill(same, word.id());
      rows = batch.read(same);
    }
    for (int step = 0; step <= Draft.LONGEST; step++) {
      for (int i = 0; i < count; i++) {
        if (drafts.get(i).isOpen()) {
          grow(drafts.get(i), rows[i]);
        }
      }
      if (drafts.stream().noneMatch(Draft::isOpen)) {
        break;
      }
      rows = batch.read(drafts.stream().mapToInt(Draft::reading).toArray());
    }
    return drafts.stream().filter(Draft::isFinished).toList();
  }

  private void grow(Draft draft, float[] logProbabilities) {
    float[] allowed = logProbabilities.clone();
    draft.constrain(allowed);
    int word = sampler.choose(allowed, random);
    draft.choose(word, word < 0 ? 0 : logProbabilities[word]);
  }

  /** The line as people see it; a poem ends with a mark that ends a sentence. */
  private Line shown(List<Word> words, boolean last) {
    String line = Detokenizer.line(words.stream().map(Word::text).toList());
    if (last) {
      line = line.replaceAll("\\s*(,|;|:|--)$", "");
      line = line.matches(".*[.!?]$") ? line : line + ".";
    }
    return new Line(line);
  }
}
