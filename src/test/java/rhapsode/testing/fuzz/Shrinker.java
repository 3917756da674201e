package rhapsode.testing.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Makes a failing input smaller by leaving parts out (Zeller and Hildebrandt 2002, "Simplifying and
 * Isolating Failure-Inducing Input": ddmin), as far as it gets in some seconds.
 */
public final class Shrinker<T> {
  private static final long SECONDS = 20;

  private final Function<T, List<?>> apart;
  private final Function<List<?>, T> together;

  private Shrinker(Function<T, List<?>> apart, Function<List<?>, T> together) {
    this.apart = apart;
    this.together = together;
  }

  /** Leaves characters out. */
  public static Shrinker<String> text() {
    return new Shrinker<>(
        text -> text.chars().mapToObj(c -> (char) c).toList(),
        parts -> parts.stream().map(String::valueOf).collect(Collectors.joining()));
  }

  /** Leaves elements out. */
  public static <E> Shrinker<List<E>> list() {
    return new Shrinker<>(list -> list, Shrinker::typed);
  }

  @SuppressWarnings("unchecked")
  private static <E> List<E> typed(List<?> parts) {
    return (List<E>) List.copyOf(parts);
  }

  /** Leaves bytes out. */
  public static Shrinker<byte[]> bytes() {
    return new Shrinker<>(
        bytes -> {
          var list = new ArrayList<Byte>(bytes.length);
          for (byte b : bytes) {
            list.add(b);
          }
          return list;
        },
        parts -> {
          var bytes = new byte[parts.size()];
          for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (Byte) parts.get(i);
          }
          return bytes;
        });
  }

  /** Leaves it as it is. */
  public static <T> Shrinker<T> none() {
    return new Shrinker<>(List::of, parts -> Shrinker.<T>typed(parts).get(0));
  }

  T smallest(T input, Predicate<T> fails) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    List<?> parts = apart.apply(input);
    int chunks = 2;
    while (parts.size() > 1 && System.nanoTime() < end) {
      List<?> fewer = without(parts, chunks, fails, end);
      if (fewer.size() < parts.size()) {
        parts = fewer;
        chunks = Math.max(2, chunks - 1);
      } else if (chunks >= parts.size()) {
        break;
      } else {
        chunks = Math.min(parts.size(), chunks * 2);
      }
    }
    return together.apply(parts);
  }

  /** Without the first of the chunks that is not needed. */
  private List<?> without(List<?> parts, int chunks, Predicate<T> fails, long end) {
    int size = Math.max(1, (parts.size() + chunks - 1) / chunks);
    for (int from = 0; from < parts.size() && System.nanoTime() < end; from += size) {
      var fewer = new ArrayList<Object>(parts.subList(0, from));
      fewer.addAll(parts.subList(Math.min(parts.size(), from + size), parts.size()));
      if (!fewer.isEmpty() && fails.test(together.apply(fewer))) {
        return fewer;
      }
    }
    return parts;
  }
}
