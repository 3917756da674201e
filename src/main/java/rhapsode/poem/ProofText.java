package rhapsode.poem;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import rhapsode.poem.FormProof.LineProof;
import rhapsode.poem.FormProof.Partner;
import rhapsode.wording.Phrase;
import rhapsode.wording.Wording;

/**
 * Shows a proof to people: a row for each line, then a sentence for each thing that a line misses.
 * Lines are counted from 1 through all stanzas.
 *
 * <pre>
 * 1  8/8 syllables  wSwSwSwS   rhymes with 2 (light : night)
 * 2  9/8 syllables  wSwSwSwSS  rhymes with 1 (night : light)
 * Line 2 has 9 syllables; the form asks for 8.
 * </pre>
 */
public final class ProofText {
  private final FormProof proof;
  private final Wording wording;

  private ProofText(FormProof proof, Wording wording) {
    this.proof = proof;
    this.wording = wording;
  }

  /** The text of a proof in English, without a line break at its end. */
  public static String of(FormProof proof) {
    return of(proof, Locale.ENGLISH);
  }

  /** The text of a proof in a reader's language. */
  public static String of(FormProof proof, Locale reader) {
    return new ProofText(proof, Wording.of(reader)).text();
  }

  private String text() {
    List<List<String>> rows = IntStream.range(0, proof.lines().size()).mapToObj(this::row).toList();
    List<Phrase> misses = Misses.of(proof);
    Stream<Phrase> verdict =
        misses.isEmpty() ? Stream.of(Phrase.of("proof.holds")) : misses.stream();
    return Stream.concat(table(rows).stream(), verdict.map(wording::say))
        .collect(Collectors.joining("\n"));
  }

  private List<String> row(int line) {
    LineProof shown = proof.lines().get(line);
    return List.of(
        String.valueOf(line + 1),
        wording.say(syllables(shown)),
        shown.metre().map(shown.reading()::scansion).orElse(""),
        shown.initial().isEmpty()
            ? ""
            : wording.say("proof.begins", Misses.letter(shown.reading().initial())),
        rhyme(line).map(wording::say).orElse(""));
  }

  private static Phrase syllables(LineProof line) {
    return line.asked().isEmpty()
        ? Phrase.of("proof.syllables", line.syllables())
        : Phrase.of("proof.syllables-of", line.syllables(), line.asked().getAsInt());
  }

  /** The first rhyme that fails, or the nearest earlier one, or the first later one that holds. */
  private Optional<Phrase> rhyme(int line) {
    LineProof shown = proof.lines().get(line);
    List<Partner> partners = shown.partners();
    if (partners.isEmpty()) {
      return laterRhyme(line);
    }
    Partner nearest = partners.get(partners.size() - 1);
    Partner told = partners.stream().filter(p -> !p.rhymes()).findFirst().orElse(nearest);
    int other = told.line() + 1;
    Object word = Misses.word(shown.endWord());
    Object otherWord = Misses.word(told.endWord());
    return Optional.of(
        told.rhymes()
            ? Phrase.of("proof.rhymes", other, word, otherWord)
            : Phrase.of("proof.rhymes-not", other, word, otherWord));
  }

  private Optional<Phrase> laterRhyme(int line) {
    String endWord = proof.lines().get(line).endWord();
    for (int i = line + 1; i < proof.lines().size(); i++) {
      LineProof later = proof.lines().get(i);
      if (later.partners().stream().anyMatch(p -> p.line() == line && p.rhymes())) {
        return Optional.of(
            Phrase.of("proof.rhymes", i + 1, Misses.word(endWord), Misses.word(later.endWord())));
      }
    }
    return Optional.empty();
  }

  /** Cells below each other; columns without any text are left out. */
  private static List<String> table(List<List<String>> rows) {
    var lines = new ArrayList<String>();
    for (List<String> row : rows) {
      var line = new StringBuilder();
      for (int column = 0; column < row.size(); column++) {
        int width = width(rows, column);
        if (width > 0) {
          String cell = row.get(column);
          line.append(cell).append(" ".repeat(width - cell.length() + 2));
        }
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  private static int width(List<List<String>> rows, int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }
}
