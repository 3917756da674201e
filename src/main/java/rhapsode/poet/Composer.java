package rhapsode.poet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import rhapsode.language.LineOrder;
import rhapsode.language.Vocabulary;
import rhapsode.poem.Form;
import rhapsode.poem.LineShape;

/**
 * Writes one poem, a line at a time: many drafts of a line grow side by side, each word sampled
 * among those that the form allows, and the draft that the model finds most natural becomes the
 * line. What a line cannot keep is given up step by step: first the metre, then the rhyme. Confined
 * to the poet's thread.
 */
final class Composer {
  private static final int DRAFTS = 40;
  private static final int TRIES = 2;

  /** What a worn phrase costs a draft, in logarithms of probability a word. */
  private static final double WORN = 0.25;

  /** How much chance has a say among the best drafts, so that no two poems have the same lines. */
  private static final double CHANCE = 0.12;

  /** What it costs to begin like an earlier line. */
  private static final double AGAIN = 0.2;

  private final Voice voice;
  private final Heard heard;
  private final LineSearch search;
  private final Form form;
  private final List<LineShape> shapes;
  private final List<Phrase> phrases;
  private final Verse verse;
  private int written;

  /** A poem about some words, before its first line. */
  Composer(Voice voice, Heard heard, LineSearch search, Form form, List<Word> about) {
    this.voice = voice;
    this.heard = heard;
    this.search = search;
    this.form = form;
    shapes = form.lines();
    phrases = Seed.deal(about, shapes);
    verse = new Verse(voice.size());
  }

  boolean isDone() {
    return written == shapes.size();
  }

  /** The lines so far. */
  List<List<Word>> lines() {
    return verse.lines();
  }

  /**
   * Writes the next line.
   *
   * @param hurry whether time is running out: fewer drafts, and the first that comes to an end
   */
  void writeLine(boolean hurry) {
    List<Word> line = line(task(written), hurry);
    verse.add(line);
    written++;
    int count = line.size();
    for (int i = 0; i < count; i++) {
      boolean backward = voice.model().order() == LineOrder.BACKWARD;
      search.read(line.get(backward ? count - 1 - i : i).reading());
    }
    search.read(Vocabulary.LINE);
    if (!isDone() && endsStanza(written)) {
      search.read(Vocabulary.STANZA);
    }
  }

  private boolean endsStanza(int lines) {
    int end = 0;
    for (List<LineShape> stanza : form.stanzas()) {
      end += stanza.size();
      if (end == lines) {
        return true;
      }
    }
    return false;
  }

  private LineTask task(int line) {
    LineShape shape = shapes.get(line);
    var partners = new ArrayList<Word>();
    var others = new ArrayList<Word>();
    boolean later = false;
    for (int i = 0; i < shapes.size(); i++) {
      boolean together = shape.rhymes() && shapes.get(i).rhyme() == shape.rhyme();
      later |= together && i > line;
      if (i < line) {
        (together ? partners : others).add(verse.endWord(i));
      }
    }
    boolean last = line == shapes.size() - 1;
    return new LineTask(shape, phrases.get(line), partners, others, later, last);
  }

  /** The best of many drafts, of the whole task or of as much of it as can be had. */
  private List<Word> line(LineTask task, boolean hurry) {
    Stream<UnaryOperator<LineTask>> concessions =
        Stream.of(
            whole -> whole,
            LineTask::withoutMetre,
            whole -> whole.withoutMetre().withoutInitial(),
            whole -> whole.withoutMetre().withoutInitial().withoutRhyme());
    return concessions
        .map(concession -> concession.apply(task))
        .distinct()
        .map(asked -> best(asked, hurry))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseGet(() -> fallback(task));
  }

  private Optional<List<Word>> best(LineTask task, boolean hurry) {
    List<String> before = verse.lastWords(heard.reach());
    Optional<List<Word>> best = Optional.empty();
    for (int attempt = 0; best.isEmpty() && attempt < (hurry ? 1 : TRIES); attempt++) {
      best =
          search.drafts(task, verse, hurry ? DRAFTS / 4 : DRAFTS).stream()
              .filter(draft -> !heard.isForbidden(before, draft.words()))
              .map(draft -> new Ranked(draft, merit(draft, before)))
              .max(Comparator.comparingDouble(Ranked::merit))
              .map(ranked -> ranked.draft().words());
    }
    return best;
  }

  private record Ranked(Draft draft, double merit) {}

  private double merit(Draft draft, List<String> before) {
    return draft.merit()
        + CHANCE * search.gumbel()
        - WORN * heard.worn(before, draft.words())
        - AGAIN * verse.openings(draft.words().get(0));
  }

  /** Words of the seed that fill their line already stand alone. */
  private List<Word> fallback(LineTask task) {
    if (!task.phrase().isEmpty()) {
      return task.phrase().words();
    }
    throw new SpeechlessException(
        rhapsode.wording.Phrase.of("poem.speechless", voice.model().name(), written + 1));
  }

  /** No line can be had, whatever is given up. */
  static final class SpeechlessException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient rhapsode.wording.Phrase sentence;

    private SpeechlessException(rhapsode.wording.Phrase sentence) {
      super(sentence.english());
      this.sentence = sentence;
    }

    /** What to tell the asker. */
    rhapsode.wording.Phrase sentence() {
      return sentence;
    }
  }
}
