package rhapsode.judge;

import java.util.Map;

/**
 * What a figure is held against, as shown; {@code -} where nobody measured. The best published: of
 * an LSTM's couplets 0.68 of the pairs rhyme; of GPT-2's haiku 0.29 and limericks 0.33 are valid.
 *
 * @param human of human verse, by the same scorer
 * @param published the best that was published of a program
 * @param aim what Rhapsode wants to reach
 */
public record Yardstick(String human, String published, String aim) {
  private static final Yardstick NONE = new Yardstick("-", "-", "-");

  /** By the key of the question, or by key and form where forms differ. */
  private static final Map<String, Yardstick> ALL =
      Map.ofEntries(
          Map.entry("rhyme_pairs", new Yardstick("0.84", "-", ">= 0.97")),
          Map.entry("rhyme_pairs couplets", new Yardstick("0.84", "0.68", ">= 0.97")),
          Map.entry("rhyme_pairs sonnet", new Yardstick("0.69", "-", ">= 0.97")),
          Map.entry("all_pairs_rhyme", new Yardstick("-", "-", ">= 0.90")),
          Map.entry("all_pairs_rhyme quatrain", new Yardstick("0.59", "-", ">= 0.90")),
          Map.entry("syllables", new Yardstick("-", "-", ">= 0.98")),
          Map.entry("syllables sonnet", new Yardstick("0.94", "-", ">= 0.98")),
          Map.entry("no_stress_clash", new Yardstick("0.75", "-", ">= 0.95")),
          Map.entry("no_stress_clash limerick", new Yardstick("-", "-", ">= 0.95")),
          Map.entry("valid haiku", new Yardstick("-", "0.29", ">= 0.98")),
          Map.entry("valid tanka", new Yardstick("-", "-", ">= 0.98")),
          Map.entry("valid limerick", new Yardstick("-", "0.33", ">= 0.90")),
          Map.entry("seed_words_known", new Yardstick("-", "-", "1.00")),
          Map.entry("seed_words_unknown", new Yardstick("-", "-", ">= 0.99")),
          Map.entry("distinct_1", new Yardstick("0.747", "-", "+-0.03")),
          Map.entry("distinct_2", new Yardstick("0.963", "-", "+-0.03")),
          Map.entry("distinct_3", new Yardstick("0.982", "-", "+-0.03")),
          Map.entry("repeated_4", new Yardstick("0.011", "-", "<= 0.011")),
          Map.entry("known_5", new Yardstick("0.44%", "-", "<= 3%")),
          Map.entry("known_6", new Yardstick("0.07%", "-", "<= 1%")),
          Map.entry("copies_8", new Yardstick("0.3%", "-", "0")),
          Map.entry("unseen_2", new Yardstick("12.4%", "-", "<= 14%")),
          Map.entry("unseen_3", new Yardstick("48.6%", "-", "<= 55%")));

  /** That of a question, for a form or, with an empty name, for all. */
  static Yardstick of(String key, String form) {
    return ALL.getOrDefault(key + " " + form, ALL.getOrDefault(key, NONE));
  }
}
