package rhapsode.logging;

import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Names requests: {@value #LENGTH} letters and digits that people can read to each other, without
 * vowels (no words come about) and without what looks alike. Two of a million requests have the
 * same id now and then, which a log with its times bears. As thread-safe as its randomness.
 *
 * @param random where they come from
 */
public record RequestIds(RandomGenerator random) implements Supplier<String> {
  private static final String LETTERS = "23456789bcdfghjkmnpqrstvwxz";
  private static final int LENGTH = 8;

  @Override
  public String get() {
    var id = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      id.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return id.toString();
  }
}
