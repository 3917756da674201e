package rhapsode.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JudgeTest {
  private static final Exhibit GOOD =
      new Exhibit(
          Optional.of(Poems.form("couplets")),
          Optional.of("moon"),
          List.of(
              "the silver moon is on the bay",
              "and all the gulls have flown away",
              "a lamp is lit, a boat comes in",
              "the nets are wet, the light is thin"),
          Optional.of(Duration.ofMillis(1500)));

  private static final Exhibit BAD = Poems.of("couplets", "moon", "sea", "star", "fox");

  private static Judge judge(Optional<Library> library) {
    return new Judge(Poems.PROSODY, word -> true, library);
  }

  private static Map<String, List<Exhibit>> columns() {
    var columns = new LinkedHashMap<String, List<Exhibit>>();
    columns.put("rhapsode", List.of(GOOD));
    columns.put("unconstrained", List.of(BAD));
    return columns;
  }

  private static Figure figure(Sheet sheet, String key, int column) {
    return sheet.rows().stream()
        .filter(row -> row.key().equals(key))
        .findFirst()
        .orElseThrow()
        .figures()
        .get(column)
        .orElseThrow();
  }

  @Test
  void poemsStandBesideEachOther() {
    Sheet sheet =
        judge(Optional.of(Library.of(List.of("A lamp is lit, a boat comes in!"))))
            .judge(Poems.form("couplets"), columns());
    assertEquals(1, figure(sheet, "rhyme_pairs", 0).value());
    assertEquals(0, figure(sheet, "rhyme_pairs", 1).value());
    assertEquals(1, figure(sheet, "valid", 0).value());
    assertEquals(1, figure(sheet, "no_stress_clash", 0).value());
    assertEquals(1.5, figure(sheet, "seconds_median", 0).value());
    assertEquals(1, figure(sheet, "copies_8", 0).value());
    assertEquals(0, figure(sheet, "copies_8", 1).value());
    assertTrue(sheet.rows().stream().noneMatch(row -> row.key().startsWith("distinct")));
  }

  @Test
  void theTableIsNarrowEnoughAndMarkdown() {
    Sheet sheet = judge(Optional.empty()).judge(Poems.form("couplets"), columns());
    List<String> lines = Table.of(sheet).lines().toList();
    assertTrue(lines.stream().allMatch(line -> line.length() <= 110), Table.of(sheet));
    assertEquals(1, lines.stream().map(String::length).distinct().count());
    assertTrue(lines.get(0).matches("\\| couplets +\\| +rhapsode \\| +unconstrained \\| .*"));
    assertTrue(lines.get(1).matches("\\| -+ \\|( -+: ?\\|)+"), lines.get(1));
    assertTrue(
        lines.get(2).matches("\\| pairs of lines that rhyme .*1.000 \\(1.000-1.000\\).* 0.84 .*"),
        lines.get(2));
  }

  @Test
  void withoutACorpusItsRowsSaySo() {
    String table = Table.of(judge(Optional.empty()).judge(columns()));
    assertEquals(5, table.lines().filter(line -> line.contains("needs --corpus")).count());
    assertTrue(table.startsWith("| all "), table);
  }

  @Test
  void figuresAreAsShortAsTheyMayBe() {
    assertEquals("0.970 (0.951-0.985)", Unit.SHARE.text(new Figure(0.97, 0.951, 0.985, 1)));
    assertEquals("12.4% (11.9-12.8)", Unit.PERCENT.text(new Figure(0.124, 0.119, 0.128, 1)));
    assertEquals("0.44% (0.41-0.48)", Unit.PERCENT.text(new Figure(0.0044, 0.0041, 0.0048, 1)));
    assertEquals("0.84 (0.80-0.90)", Unit.SECONDS.text(new Figure(0.84, 0.8, 0.9, 1)));
  }

  @Test
  void yardsticksDifferByForm() {
    assertEquals("0.69", Yardstick.of("rhyme_pairs", "sonnet").human());
    assertEquals("0.84", Yardstick.of("rhyme_pairs", "quatrain").human());
    assertEquals("0.68", Yardstick.of("rhyme_pairs", "couplets").published());
    assertEquals("-", Yardstick.of("valid", "free").aim());
  }

  @Test
  void verseOfATextIsCutToTheForm() {
    List<String> poems =
        List.of(
            "the day\nthe bay\na night\na light\n\nthe sun\na fox\nthe fun\nsome rocks",
            "one\ntwo\nthree",
            "one\ntwo\nthree\nfour");
    List<Exhibit> found = FoundVerse.of(Poems.form("couplets"), poems, Poems.PROSODY);
    assertEquals(List.of(List.of("the day", "the bay", "a night", "a light")), lines(found));
    assertEquals(1, FoundVerse.of(Poems.form("haiku"), poems, Poems.PROSODY).size());
    assertEquals(1, FoundVerse.of(Poems.form("free"), poems, Poems.PROSODY).size());
    assertEquals(3, FoundVerse.of(poems).size());
  }

  private static List<List<String>> lines(List<Exhibit> poems) {
    return poems.stream().map(Exhibit::lines).toList();
  }
}
