package rhapsode.poem;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gives rhymes their letters. */
final class RhymeLetters {
  private RhymeLetters() {}

  /**
   * One letter a line: A for the first rhyme, B for the next, {@link LineShape#UNRHYMED} for a line
   * whose rhyme no other line has.
   *
   * @param rhymes for each line what its rhyme is known by; empty for none
   * @throws IllegalArgumentException if there are more than 26 rhymes
   */
  static List<Character> of(List<String> rhymes) {
    Map<String, Character> known = new LinkedHashMap<>();
    var letters = new ArrayList<Character>();
    for (String rhyme : rhymes) {
      boolean shared = !rhyme.isEmpty() && Collections.frequency(rhymes, rhyme) > 1;
      letters.add(
          shared ? known.computeIfAbsent(rhyme, r -> letter(known.size())) : LineShape.UNRHYMED);
    }
    return letters;
  }

  private static char letter(int index) {
    if (index >= 26) {
      throw new IllegalArgumentException("no letter is left for another rhyme");
    }
    return (char) ('A' + index);
  }
}
