package rhapsode.prosody;

import com.sun.speech.freetts.en.us.CMULexicon;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * CMU's pronouncing dictionary, release 0.4 (105,000 words), with letter-to-sound rules for the
 * rest, as FreeTTS carries them in its jar. Thread-safe: FreeTTS shares buffers between calls, so
 * one call is let in at a time. It prints only when its data is missing from the jar.
 */
final class CmuLexicon implements Lexicon {
  /** FreeTTS keeps the lexicons it has loaded in a static map that it does not guard. */
  private static final Object LOADING = new Object();

  private final CMULexicon lexicon;

  private CmuLexicon(CMULexicon lexicon) {
    this.lexicon = lexicon;
  }

  /**
   * Loads the lexicon; takes about 0.2 s and 16 MB.
   *
   * @throws UncheckedIOException if the jar of FreeTTS lacks its data
   */
  static CmuLexicon load() {
    synchronized (LOADING) {
      CMULexicon lexicon = new CMULexicon("cmudict04");
      try {
        lexicon.load();
      } catch (IOException e) {
        throw new UncheckedIOException("the pronunciation lexicon of FreeTTS cannot be read", e);
      }
      return new CmuLexicon(lexicon);
    }
  }

  @Override
  public boolean has(String word) {
    return phones(word, false) != null;
  }

  @Override
  public Optional<Pronunciation> find(String word) {
    return Optional.ofNullable(phones(word, false)).map(phones -> pronunciation(word, phones));
  }

  @Override
  public Pronunciation guess(String word) {
    String @Nullable [] phones = phones(word, true);
    return phones == null ? Pronunciation.SILENT : pronunciation(word, oneSyllable(phones));
  }

  private synchronized String @Nullable [] phones(String word, boolean byLetters) {
    return lexicon.getPhones(word, null, byLetters);
  }

  /** The letter-to-sound rules make two syllables of the or in gorge and the ar in gnarl. */
  private static String[] oneSyllable(String[] phones) {
    String[] better = phones.clone();
    for (int i = 1; i < better.length; i++) {
      boolean open = better[i - 1].startsWith("ao") || better[i - 1].startsWith("aa");
      better[i] = open && better[i].equals("er") ? "r" : better[i];
    }
    return better;
  }

  private static Pronunciation pronunciation(String word, String[] phones) {
    String arpabet = String.join(" ", phones).toUpperCase(Locale.ROOT);
    return PrimaryStress.choose(word, Pronunciation.parse(arpabet));
  }
}
