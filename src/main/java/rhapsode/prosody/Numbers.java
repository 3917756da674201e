package rhapsode.prosody;

import java.util.ArrayList;
import java.util.List;

/** Numbers as they are spoken: whole ones below a hundred by name, others digit by digit. */
final class Numbers {
  private static final List<String> ONES =
      List.of(
          "zero",
          "one",
          "two",
          "three",
          "four",
          "five",
          "six",
          "seven",
          "eight",
          "nine",
          "ten",
          "eleven",
          "twelve",
          "thirteen",
          "fourteen",
          "fifteen",
          "sixteen",
          "seventeen",
          "eighteen",
          "nineteen");
  private static final List<String> TENS =
      List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");

  private Numbers() {}

  static List<String> words(String token) {
    String digits = token.replaceAll("[^0-9]", "");
    if (digits.length() <= 2) {
      return below100(Integer.parseInt(digits));
    }
    return digits.chars().mapToObj(digit -> ONES.get(digit - '0')).toList();
  }

  private static List<String> below100(int number) {
    if (number < ONES.size()) {
      return List.of(ONES.get(number));
    }
    var words = new ArrayList<String>();
    words.add(TENS.get(number / 10 - 2));
    if (number % 10 > 0) {
      words.add(ONES.get(number % 10));
    }
    return words;
  }
}
