package rhapsode.prosody;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Numbers as they are read out: {@code 7}, {@code 42}, {@code 1900}; up to six digits. */
final class Numerals implements Rule {
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");
  private static final List<String> SMALL =
      List.of(
          ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
                  + " fifteen sixteen seventeen eighteen nineteen")
              .split(" "));
  private static final List<String> TENS =
      List.of("twenty thirty forty fifty sixty seventy eighty ninety".split(" "));

  @Override
  public Optional<Pronunciation> derive(String word, Speaker speaker) {
    if (!NUMBER.matcher(word).matches()) {
      return Optional.empty();
    }
    String[] words = read(Integer.parseInt(word)).split(" ");
    return Optional.of(
        Pronunciation.join(
            Stream.of(words).map(speaker::known).flatMap(Optional::stream).toList()));
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
