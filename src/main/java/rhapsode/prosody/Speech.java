package rhapsode.prosody;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds the pronunciation of one word: from the addenda, the lexicon, a rule, or its letters, in
 * this order. Thread-safe.
 */
final class Speech {
  /** English words that are longer are not made by rules, and trying would cost much. */
  private static final int LONGEST_DERIVED = 40;

  /** What runs on longer is no word; it is cut here, so that nobody can make the work costly. */
  private static final int LONGEST_SPOKEN = 200;

  /** Rules upon rules: un-heed-ing-ly takes three. */
  private static final int DEEPEST = 4;

  /**
   * Words that are tried as parts of one. What people have written takes some hundreds; what nobody
   * means to be a word, such as {@code golne'nednioneluodu''see'egsusnedgnneege}, would take
   * millions, and seconds.
   */
  private static final int MOST_TRIES = 200;

  private static final Pattern HYPHENS = Pattern.compile("-+");
  private static final Pattern RUNS = Pattern.compile("(?<=[0-9])(?=[^0-9])|(?<=[^0-9])(?=[0-9])");

  /** What the rules can make something of; a word in another script costs no search. */
  private static final Pattern RULED =
      Pattern.compile("[a-z0-9'-]{1,%d}".formatted(LONGEST_DERIVED));

  private static final Pattern NOT_A_LETTER = Pattern.compile("[^a-z]+");

  /**
   * Read letter by letter, as html or a single letter; not where a letter repeats, as in a growl.
   */
  private static final Pattern SPELLED = Pattern.compile("(?!.*(.)\\1)[^aeiouy]{1,5}|.");

  private static final Rule CLITICS = new Clitics();

  private final Lexicon lexicon;
  private final Addenda addenda;
  private final List<Rule> rules =
      List.of(
          new Numerals(),
          new Compounds(true),
          CLITICS,
          new Elisions(),
          new OldSpellings(),
          new Suffixes(),
          new Prefixes(true),
          new Compounds(false),
          new Prefixes(false));

  Speech(Lexicon lexicon, Addenda addenda) {
    this.lexicon = lexicon;
    this.addenda = addenda;
  }

  /** The pronunciation of a word in the normal form of {@link Spelling}. */
  Pronunciation pronounce(String word) {
    String spoken = cut(word);
    return known(spoken).orElseGet(() -> guess(spoken));
  }

  private static String cut(String word) {
    return word.length() > LONGEST_SPOKEN ? word.substring(0, LONGEST_SPOKEN) : word;
  }

  /** The pronunciation if it is no guess. */
  Optional<Pronunciation> known(String word) {
    return new Search().known(word, 0);
  }

  /** The pronunciation if the word stands in the addenda or the lexicon. */
  Optional<Pronunciation> listed(String word) {
    Optional<Pronunciation> added = addenda.find(word);
    return added.isPresent() || !isPlain(word) ? added : lexicon.find(word);
  }

  /** Whether {@link #listed} has something, without saying it. */
  boolean lists(String word) {
    return addenda.find(word).isPresent() || (isPlain(word) && lexicon.has(word));
  }

  private static boolean isPlain(String word) {
    return word.length() > 1 && !NOT_A_LETTER.matcher(word).find();
  }

  private Pronunciation guess(String word) {
    return CLITICS.derive(word, new Guesser()).orElseGet(() -> guessParts(word));
  }

  private Pronunciation guessParts(String word) {
    return Pronunciation.join(
        HYPHENS
            .splitAsStream(word)
            .flatMap(RUNS::splitAsStream)
            .map(run -> known(run).orElseGet(() -> fromLetters(run)))
            .toList());
  }

  private Pronunciation fromLetters(String word) {
    String letters = NOT_A_LETTER.matcher(word).replaceAll("");
    if (letters.isEmpty()) {
      return eachOf(word, "");
    }
    return SPELLED.matcher(letters).matches()
        ? eachOf(letters, ".")
        : voiced(lexicon.guess(letters));
  }

  /** Each character by its own name: a digit, or a letter with the mark of its name. */
  private Pronunciation eachOf(String characters, String mark) {
    return Pronunciation.join(
        characters
            .chars()
            .mapToObj(c -> known((char) c + mark))
            .flatMap(Optional::stream)
            .toList());
  }

  /** Gives a vowel to a word that cannot be spoken without one. */
  private static Pronunciation voiced(Pronunciation sounds) {
    return sounds.silent() || sounds.syllables() > 0
        ? sounds
        : Pronunciation.parse("AH1").then(sounds);
  }

  /** Pronounces the host of a clitic from its letters where it must. */
  private final class Guesser implements Rule.Speaker {
    @Override
    public Optional<Pronunciation> listed(String word) {
      return Speech.this.listed(word);
    }

    @Override
    public Optional<Pronunciation> known(String word) {
      return Optional.of(guessParts(word)).filter(sounds -> !sounds.silent());
    }
  }

  /** The search for one word by all rules; what was tried once is not tried again. */
  private final class Search {
    private final Map<Part, Optional<Pronunciation>> tried = new HashMap<>();

    /** A part of the word, and how many rules it took to get there. */
    private record Part(String word, int depth) {}

    Optional<Pronunciation> known(String word, int depth) {
      Optional<Pronunciation> listed = listed(word);
      if (listed.isPresent() || depth > DEEPEST || !RULED.matcher(word).matches()) {
        return listed;
      }
      var part = new Part(word, depth);
      Optional<Pronunciation> before = tried.get(part);
      if (before != null || tried.size() >= MOST_TRIES) {
        return before == null ? Optional.empty() : before;
      }
      tried.put(part, Optional.empty());
      Optional<Pronunciation> derived = derived(word, new Deeper(this, depth + 1));
      tried.put(part, derived);
      return derived;
    }

    private Optional<Pronunciation> derived(String word, Rule.Speaker speaker) {
      return rules.stream()
          .map(rule -> rule.derive(word, speaker))
          .flatMap(Optional::stream)
          .filter(sounds -> !sounds.silent())
          .findFirst();
    }
  }

  private final class Deeper implements Rule.Speaker {
    private final Search search;
    private final int depth;

    Deeper(Search search, int depth) {
      this.search = search;
      this.depth = depth;
    }

    @Override
    public Optional<Pronunciation> listed(String word) {
      return Speech.this.listed(word);
    }

    @Override
    public Optional<Pronunciation> known(String word) {
      return search.known(word, depth).filter(sounds -> !sounds.silent());
    }
  }
}
