package rhapsode.prosody;

import java.util.List;
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
    return known(word, 0);
  }

  private Optional<Pronunciation> known(String word, int depth) {
    Optional<Pronunciation> listed = listed(word);
    if (listed.isPresent() || depth > DEEPEST || !RULED.matcher(word).matches()) {
      return listed;
    }
    Rule.Speaker speaker = new Deeper(depth + 1);
    return rules.stream()
        .map(rule -> rule.derive(word, speaker))
        .flatMap(Optional::stream)
        .filter(sounds -> !sounds.silent())
        .findFirst();
  }

  /** The pronunciation if the word stands in the addenda or the lexicon. */
  Optional<Pronunciation> listed(String word) {
    Optional<Pronunciation> added = addenda.find(word);
    boolean plain = word.length() > 1 && !NOT_A_LETTER.matcher(word).find();
    return added.isPresent() || !plain ? added : lexicon.find(word);
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

  private final class Deeper implements Rule.Speaker {
    private final int depth;

    Deeper(int depth) {
      this.depth = depth;
    }

    @Override
    public Optional<Pronunciation> listed(String word) {
      return Speech.this.listed(word);
    }

    @Override
    public Optional<Pronunciation> known(String word) {
      return Speech.this.known(word, depth).filter(sounds -> !sounds.silent());
    }
  }
}
