package rhapsode.prosody;

import com.sun.speech.freetts.en.us.CMULexicon;
import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How English words sound: CMU's pronouncing dictionary, rules for what verse does to words ({@code
 * o'er}, {@code heav'n}, {@code look'd}, {@code goeth}), and letter-to-sound rules for the rest, so
 * that every word has a pronunciation. Thread-safe.
 */
public final class Prosody {
  /** Longer "words" are noise; their beginning is enough to count something. */
  private static final int LONGEST = 40;

  private static final int MOST_CACHED = 100_000;

  private final CMULexicon lexicon;
  private final Elisions elisions = new Elisions(this::known);
  private final Map<String, Pronunciation> cache = new ConcurrentHashMap<>();

  private Prosody(CMULexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** Reads the dictionary from the class path; takes some tenths of a second. */
  public static Prosody load() {
    try {
      var lexicon = new CMULexicon("cmudict04");
      lexicon.load();
      return new Prosody(lexicon);
    } catch (IOException e) {
      throw new IllegalStateException("the pronouncing dictionary is missing from the program", e);
    }
  }

  /** How a token sounds; silent if it has neither letters nor digits. */
  public Pronunciation of(String token) {
    Pronunciation cached = cache.get(token);
    if (cached != null) {
      return cached;
    }
    Pronunciation found = new Pronunciation(pronounce(plain(token)));
    if (cache.size() < MOST_CACHED && token.length() <= LONGEST) {
      cache.put(token, found);
    }
    return found;
  }

  public int syllables(String token) {
    return of(token).syllables();
  }

  /** How two words chime; the same word always identically. */
  public Rhyme rhyme(String one, String other) {
    return plain(one).equals(plain(other)) ? Rhyme.IDENTICAL : Rhyme.between(of(one), of(other));
  }

  /** Letters a to z, apostrophes, hyphens and digits; accents go. */
  private static String plain(String token) {
    String bare =
        token.codePointCount(0, token.length()) > LONGEST
            ? token.substring(0, token.offsetByCodePoints(0, LONGEST))
            : token;
    return Normalizer.normalize(bare.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD)
        .replace('’', '\'')
        .replaceAll("[^a-z0-9'-]", "");
  }

  private List<String> pronounce(String word) {
    var phones = new ArrayList<String>();
    for (String part : word.split("-")) {
      if (part.chars().anyMatch(c -> c >= '0' && c <= '9')) {
        Numbers.words(part).forEach(spoken -> phones.addAll(single(spoken)));
      } else if (part.chars().anyMatch(c -> c >= 'a' && c <= 'z')) {
        phones.addAll(single(part));
      }
    }
    return phones;
  }

  private List<String> single(String word) {
    return Exceptions.of(word)
        .or(() -> known(word))
        .or(() -> elisions.of(word))
        .orElseGet(() -> guessed(word.replace("'", "")));
  }

  /** What the dictionary says. It has never promised to be thread-safe. */
  private Optional<List<String>> known(String word) {
    synchronized (lexicon) {
      String[] phones = lexicon.getPhones(word, null, false);
      return phones == null || phones.length == 0
          ? Optional.empty()
          : Optional.of(Arrays.asList(phones));
    }
  }

  private List<String> guessed(String word) {
    synchronized (lexicon) {
      String[] phones = lexicon.getPhones(word, null);
      return phones == null ? List.of() : Arrays.asList(phones);
    }
  }
}
