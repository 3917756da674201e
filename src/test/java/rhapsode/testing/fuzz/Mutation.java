package rhapsode.testing.fuzz;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Examples with something wrong. Pure but for the randomness. */
public final class Mutation {
  private static final String OPEN = "[{(<\"'";

  private Mutation() {}

  /**
   * A text with one to four changes: bits flipped, parts left out, doubled, put elsewhere or taken
   * from another, something nasty put in, numbers made huge, brackets nested.
   */
  public static String of(String example, List<String> others, Random random) {
    String text = example;
    for (int i = random.nextInt(4); i >= 0; i--) {
      text = once(text, others, random);
    }
    return text;
  }

  private static String once(String text, List<String> others, Random random) {
    int from = random.nextInt(text.length() + 1);
    int to = Math.min(text.length(), from + random.nextInt(1 + Math.min(40, text.length())));
    String before = text.substring(0, from);
    String middle = text.substring(from, to);
    String after = text.substring(to);
    return switch (random.nextInt(10)) {
      case 0 -> before + after;
      case 1 -> before + middle + middle + after;
      case 2 -> before + middle.repeat(random.nextInt(20)) + after;
      case 3 -> before;
      case 4 -> before + flipped(middle, random) + after;
      case 5 -> before + part(Nasty.one(others, random), random) + after;
      case 6 -> before + Nasty.one(Nasty.PIECES, random) + middle + after;
      case 7 -> text.replaceAll("[0-9]+", Nasty.one(NUMBERS, random));
      case 8 ->
          before
              + String.valueOf(OPEN.charAt(random.nextInt(OPEN.length())))
                  .repeat(random.nextInt(30) == 0 ? 3000 : random.nextInt(5))
              + middle
              + after;
      default -> before + Nasty.one(Nasty.PIECES, random) + after;
    };
  }

  private static final List<String> NUMBERS =
      List.of(
          "0",
          "-1",
          "2147483647",
          "2147483648",
          "9223372036854775808",
          "1e999",
          "0.0000001",
          "7",
          "999999999999999999999999999999");

  private static String part(String text, Random random) {
    int from = random.nextInt(text.length() + 1);
    return text.substring(from, from + random.nextInt(text.length() - from + 1));
  }

  private static String flipped(String text, Random random) {
    if (text.isEmpty()) {
      return text;
    }
    char[] characters = text.toCharArray();
    characters[random.nextInt(characters.length)] ^= (char) (1 << random.nextInt(16));
    return new String(characters);
  }

  /** Bytes with one to four changes. */
  public static byte[] of(byte[] example, Random random) {
    byte[] bytes = example.clone();
    for (int i = random.nextInt(4); i >= 0; i--) {
      bytes = once(bytes, random);
    }
    return bytes;
  }

  private static byte[] once(byte[] bytes, Random random) {
    if (bytes.length == 0) {
      return new byte[] {(byte) random.nextInt()};
    }
    int at = random.nextInt(bytes.length);
    switch (random.nextInt(6)) {
      case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
      case 1 -> bytes[at] = (byte) random.nextInt();
      case 2 -> {
        return Arrays.copyOf(bytes, at);
      }
      case 3 -> {
        return Arrays.copyOf(bytes, bytes.length + random.nextInt(64));
      }
      case 4 -> // A number that says how much there is, made huge or negative.
          Arrays.fill(
              bytes, at, Math.min(bytes.length, at + 4), (byte) (random.nextBoolean() ? 0x7F : -1));
      default -> {
        int length = random.nextInt(bytes.length - at);
        System.arraycopy(bytes, random.nextInt(bytes.length - length), bytes, at, length);
      }
    }
    return bytes;
  }
}
