import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Cuts the poems of the learning bench out of corpora, and makes hostile ones. Run from source:
 * {@code java Poems.java MODE ...}; the poems go to standard output.
 */
public final class Poems {
  private static final String BETWEEN = "\n\n\n";

  public static void main(String[] args) throws IOException {
    Path file = Path.of(args[1]);
    List<String> poems =
        switch (args[0]) {
          case "cut" -> cut(read(file), number(args[2]), number(args[3]));
          case "words" -> words(read(file), number(args[2]));
          case "author" -> author(file, Path.of(args[2]), args[3], number(args[4]));
          case "hostile" -> hostile(read(file), number(args[2]));
          default -> throw new IllegalArgumentException(args[0]);
        };
    System.out.println(String.join(BETWEEN, poems));
  }

  private static int number(String argument) {
    return Integer.parseInt(argument);
  }

  private static List<String> read(Path file) throws IOException {
    return Arrays.asList(Files.readString(file).strip().split(BETWEEN));
  }

  /** The poems from one number to before another, from 0. */
  private static List<String> cut(List<String> poems, int from, int to) {
    return poems.subList(from, Math.min(to, poems.size()));
  }

  /** The first poems that have so many words together. */
  private static List<String> words(List<String> poems, int wanted) {
    var taken = new ArrayList<String>();
    int words = 0;
    for (String poem : poems) {
      if (words >= wanted) {
        break;
      }
      taken.add(poem);
      words += poem.strip().split("\\s+").length;
    }
    return taken;
  }

  /** An author's poems of valid.txt from a number on, by the list that comes with the corpus. */
  private static List<String> author(Path verse, Path list, String name, int from)
      throws IOException {
    List<String> poems = read(verse);
    var theirs = new ArrayList<String>();
    for (String row : Files.readAllLines(list)) {
      String[] cells = row.split("\t");
      if (cells[0].equals("valid.txt") && cells[3].equals(name) && number(cells[1]) >= from) {
        theirs.add(poems.get(number(cells[1])));
      }
    }
    return theirs;
  }

  /** Ten poems of an account that means harm; accounts do it in four ways in turn. */
  private static List<String> hostile(List<String> honest, int account) {
    var random = new Random(account);
    var poems = new ArrayList<String>();
    List<String> lines =
        honest.stream().flatMap(String::lines).filter(line -> !line.isBlank()).toList();
    List<String> words = words(lines);
    List<String> rare = rare(words);
    for (int i = 0; i < 10; i++) {
      String line = lines.get(random.nextInt(lines.size()));
      poems.add(
          switch (account % 4) {
            case 0 -> (line + "\n").repeat(12 + i).strip();
            case 1 -> verse(words, random);
            case 2 -> verse(rare, random);
            default -> (line.toUpperCase(Locale.ROOT).replaceAll("[.,;:]*$", "") + "!!!!!\n")
                .repeat(4)
                .concat("BUY MOONCOIN NOW " + i + "!!!!! ".repeat(8));
          });
    }
    return poems;
  }

  private static List<String> words(List<String> lines) {
    return lines.stream()
        .flatMap(line -> Arrays.stream(line.toLowerCase(Locale.ROOT).split("[^a-z']+")))
        .filter(word -> word.length() > 1)
        .toList();
  }

  /** The words that occur once, which no vocabulary is likely to hold. */
  private static List<String> rare(List<String> words) {
    var counts = new HashMap<String, Integer>();
    words.forEach(word -> counts.merge(word, 1, Integer::sum));
    return words.stream().filter(word -> counts.get(word) == 1).sorted().toList();
  }

  private static String verse(List<String> words, Random random) {
    var text = new StringBuilder();
    for (int line = 0; line < 12; line++) {
      for (int word = 0; word < 6; word++) {
        text.append(words.get(random.nextInt(words.size()))).append(word == 5 ? '\n' : ' ');
      }
    }
    return text.toString().strip();
  }
}
