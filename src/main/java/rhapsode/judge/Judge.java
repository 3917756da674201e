package rhapsode.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import rhapsode.poem.Form;
import rhapsode.poem.LineShape;
import rhapsode.prosody.Prosody;

/** Answers the questions of the protocol about sets of poems. Thread-safe. */
public final class Judge {
  private final Prosody prosody;
  private final Pairs pairs;
  private final Predicate<String> known;
  private final Optional<Library> library;

  /**
   * A judge.
   *
   * @param known whether a word, in lower case, is in the vocabulary of the model that is judged
   * @param library the texts that the poems may have taken from; without it the questions about
   *     them have no answer
   */
  public Judge(Prosody prosody, Predicate<String> known, Optional<Library> library) {
    this.prosody = prosody;
    this.pairs = new Pairs(prosody);
    this.known = known;
    this.library = library;
  }

  /**
   * The answers for poems of one form.
   *
   * @param columns sets of poems by the title of their column, in order
   */
  public Sheet judge(Form form, Map<String, List<Exhibit>> columns) {
    var questions = new ArrayList<Question>();
    if (form.lines().stream().anyMatch(LineShape::rhymes)) {
      questions.add(Question.share("rhyme_pairs", "pairs of lines that rhyme", pairs::perfect));
      questions.add(
          Question.share("all_pairs_rhyme", "poems with all pairs rhymed", pairs::allPerfect));
    }
    if (form.lines().stream().anyMatch(line -> line.syllables().isPresent())) {
      questions.add(
          Question.share("syllables", syllablesLabel(form.name()), new Syllables(prosody)));
      questions.add(
          Question.share("no_stress_clash", "lines without a stress clash", new Stresses(prosody)));
      questions.add(Question.share("valid", "poems fully valid", new Validity(prosody)));
    }
    questions.addAll(questionsOnTexts());
    return sheet(form.name(), questions, columns);
  }

  private static String syllablesLabel(String form) {
    return Syllables.mayBeFeminine(form)
        ? "lines of 10 or 11 syllables"
        : "lines of the asked syllables";
  }

  /** The answers that need no form, for poems of any. */
  public Sheet judge(Map<String, List<Exhibit>> columns) {
    return sheet("", questionsOnTexts(), columns);
  }

  private List<Question> questionsOnTexts() {
    var questions = new ArrayList<Question>();
    questions.add(
        Question.share("seed_words_known", "known seed words present", new SeedWords(known)));
    questions.add(
        Question.share(
            "seed_words_unknown", "unknown seed words present", new SeedWords(known.negate())));
    for (int length = 1; length <= 3; length++) {
      questions.add(
          Question.share(
              "distinct_" + length,
              "distinct-" + length + " in 60-130 words",
              Variety.distinct(length)));
    }
    questions.add(Question.share("repeated_4", "4-grams repeated in a poem", Variety.repeated(4)));
    questions.add(onLibrary("known_5", "5-grams of the corpus", text -> text.known(5)));
    questions.add(onLibrary("known_6", "6-grams of the corpus", text -> text.known(6)));
    questions.add(onLibrary("copies_8", "poems with 8 words copied", text -> text.borrows(8)));
    questions.add(onLibrary("unseen_2", "bigrams new to the corpus", text -> text.unseen(2)));
    questions.add(onLibrary("unseen_3", "trigrams new to the corpus", text -> text.unseen(3)));
    questions.add(Question.seconds("seconds_median", "seconds a poem, median", 0.5));
    questions.add(Question.seconds("seconds_95", "seconds a poem, 95 % within", 0.95));
    return questions;
  }

  private Question onLibrary(
      String key, String label, java.util.function.Function<Library, Metric> metric) {
    return library
        .map(text -> Question.percent(key, label, metric.apply(text)))
        .orElseGet(() -> new Question(key, label, Unit.PERCENT, poems -> Optional.empty()));
  }

  private Sheet sheet(String form, List<Question> questions, Map<String, List<Exhibit>> columns) {
    var rows = new ArrayList<Sheet.Row>();
    for (Question question : questions) {
      List<Optional<Figure>> figures =
          columns.values().stream().map(question.measure()::of).toList();
      boolean corpusMissing = library.isEmpty() && Sheet.NEED_CORPUS.contains(question.key());
      if (corpusMissing || figures.stream().anyMatch(Optional::isPresent)) {
        rows.add(
            new Sheet.Row(
                question.key(),
                question.label(),
                question.unit(),
                figures,
                Yardstick.of(question.key(), form)));
      }
    }
    return new Sheet(form, List.copyOf(columns.keySet()), rows);
  }
}
