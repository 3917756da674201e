package rhapsode.poem;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import rhapsode.poem.FormProof.LineProof;
import rhapsode.poem.FormProof.Partner;

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
  private ProofText() {}

  /** The text of a proof, without a line break at its end. */
  public static String of(FormProof proof) {
    List<List<String>> rows =
        IntStream.range(0, proof.lines().size()).mapToObj(line -> row(proof, line)).toList();
    List<String> misses = Misses.of(proof);
    Stream<String> verdict =
        misses.isEmpty() ? Stream.of("Every line keeps the form.") : misses.stream();
    return Stream.concat(table(rows).stream(), verdict).collect(Collectors.joining("\n"));
  }

  private static List<String> row(FormProof proof, int line) {
    LineProof shown = proof.lines().get(line);
    return List.of(
        String.valueOf(line + 1),
        syllables(shown),
        shown.metre().map(shown.reading()::scansion).orElse(""),
        shown.initial().isEmpty() ? "" : "begins with " + initial(shown),
        rhyme(proof, line));
  }

  private static String syllables(LineProof line) {
    String count = line.syllables() + (line.asked().isEmpty() ? "" : "/" + line.asked().getAsInt());
    return count + (count.equals("1") ? " syllable" : " syllables");
  }

  private static String initial(LineProof line) {
    return Misses.letter(line.reading().initial());
  }

  /** The first rhyme that fails, or the nearest earlier one, or the first later one that holds. */
  private static String rhyme(FormProof proof, int line) {
    LineProof shown = proof.lines().get(line);
    List<Partner> partners = shown.partners();
    if (partners.isEmpty()) {
      return laterRhyme(proof, line);
    }
    Partner nearest = partners.get(partners.size() - 1);
    Partner told = partners.stream().filter(p -> !p.rhymes()).findFirst().orElse(nearest);
    String how = told.rhymes() ? "rhymes with " : "no rhyme with ";
    return rhyme(how, told.line(), shown.endWord(), told.endWord());
  }

  private static String laterRhyme(FormProof proof, int line) {
    String endWord = proof.lines().get(line).endWord();
    for (int i = line + 1; i < proof.lines().size(); i++) {
      LineProof later = proof.lines().get(i);
      if (later.partners().stream().anyMatch(p -> p.line() == line && p.rhymes())) {
        return rhyme("rhymes with ", i, endWord, later.endWord());
      }
    }
    return "";
  }

  private static String rhyme(String how, int line, String word, String other) {
    return "%s%d (%s : %s)".formatted(how, line + 1, Misses.word(word), Misses.word(other));
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
