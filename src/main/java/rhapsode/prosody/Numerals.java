package rhapsode.prosody;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Numbers as they are read out: {@code 7}, {@code 42}, {@code 1900}, {@code 4th}; up to six digits.
 */
final class Numerals implements Rule {
  private static final Pattern NUMBER = Pattern.compile("([0-9]{1,6})(st|nd|rd|th)?");
  private static final List<String> SMALL =
      List.of(
          ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
                  + " fifteen sixteen seventeen eighteen nineteen")
              .split(" "));
  private static final List<String> TENS =
      List.of("twenty thirty forty fifty sixty seventy eighty ninety".split(" "));

  private static final Map<String, String> ORDINALS =
      Map.of(
          "one", "first", "two", "second", "three", "third", "five", "fifth", "eight", "eighth",
          "nine", "ninth", "twelve", "twelfth");

  @Override
  public Optional<Pronunciation> derive(String word, Speaker speaker) {
    Matcher number = NUMBER.matcher(word);
    if (!number.matches()) {
      return Optional.empty();
    }
    String cardinal = read(Integer.parseInt(number.group(1)));
    String spoken = number.group(2) == null ? cardinal : ordinal(cardinal);
    return Optional.of(
        Pronunciation.join(
            Stream.of(spoken.split(" ")).map(speaker::known).flatMap(Optional::stream).toList()));
  }

  private static String ordinal(String cardinal) {
    String last = cardinal.substring(cardinal.lastIndexOf(' ') + 1);
    String regular = last.endsWith("y") ? last.replaceFirst("y$", "ieth") : last + "th";
    return cardinal.substring(0, cardinal.length() - last.length())
        + ORDINALS.getOrDefault(last, regular);
  }

  /** The number in words, without "and"; 1100 to 1999 as years. */
  static String read(int number) {
    if (number > 1100 && number < 2000 && number % 100 > 9) {
      return read(number / 100) + " " + read(number % 100);
    }
    if (number < 20) {
      return SMALL.get(number);
    }
    if (number < 100) {
      return TENS.get(number / 10 - 2) + rest(number % 10);
    }
    if (number < 1000) {
      return read(number / 100) + " hundred" + rest(number % 100);
    }
    return read(number / 1000) + " thousand" + rest(number % 1000);
  }

  private static String rest(int number) {
    return number == 0 ? "" : " " + read(number);
  }
}
