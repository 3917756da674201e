package rhapsode.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rhapsode.testing.fuzz.Fuzz;
import rhapsode.testing.fuzz.Mutation;
import rhapsode.testing.fuzz.Nasty;
import rhapsode.testing.fuzz.Shrinker;

/** Hostile text for everything that reads text as language. */
class LanguageFuzzTest {
  private static final int TEXTS = Fuzz.count("texts", 300);
  private static final int FILES = Fuzz.count("files", 100);

  @TempDir Path folder;

  @Test
  void tokensAreWordsAndSigns() {
    Fuzz.of("tokenizer", Nasty::text, Shrinker.text())
        .run(
            TEXTS,
            text -> {
              List<String> tokens = Tokenizer.poem(text);
              assertEquals(Tokens.POEM, tokens.get(tokens.size() - 1));
              for (String token : tokens) {
                assertFalse(token.isEmpty());
                assertFalse(token.chars().anyMatch(Character::isWhitespace), token);
              }
              Detokenizer.poem(tokens);
            });
  }

  /** What is promised for verse alone: signs stand as in print. */
  @Test
  void verseComesBackTheSame() {
    Fuzz.of("verse", LanguageFuzzTest::verse, Shrinker.text())
        .run(
            TEXTS,
            text -> {
              List<String> tokens = Tokenizer.poem(text);
              assertEquals(tokens, Tokenizer.poem(Detokenizer.poem(tokens)));
            });
  }

  private static String verse(Random random) {
    var words = List.of("moon", "o'er", "'tis", "I", "café", "月", "42", "(no)", "\"go\"");
    var signs = List.of("", "", "", ",", ".", "!", "?", ";", ":", "...");
    var verse = new StringBuilder();
    for (int i = random.nextInt(60); i >= 0; i--) {
      verse.append(Nasty.one(words, random)).append(Nasty.one(signs, random));
      verse.append(random.nextInt(5) == 0 ? "\n".repeat(1 + random.nextInt(2)) : " ");
    }
    return verse.toString();
  }

  @Test
  void aCorpusIsReadOrRefusedInOneSentence() {
    Fuzz.of("corpus", LanguageFuzzTest::poems, Shrinker.text())
        .run(
            TEXTS,
            text -> {
              for (TextFormat format : TextFormat.values()) {
                try {
                  check(Corpus.parse(text, format, "the text"));
                } catch (CorpusException e) {
                  assertTrue(e.getMessage().startsWith("the text holds no verse"), e.getMessage());
                }
              }
            });
  }

  private static void check(Corpus corpus) {
    assertEquals(64, corpus.hash().length());
    var vocabulary = Vocabulary.of(corpus, 100, 1);
    for (List<String> poem : corpus.poems()) {
      Corpus.isHeldOut(poem, 0.5);
      for (int id : vocabulary.encode(poem)) {
        assertEquals(id, vocabulary.id(vocabulary.word(id)));
      }
    }
  }

  private static String poems(Random random) {
    return Nasty.text(random) + "\n\n\n".repeat(random.nextInt(2)) + Nasty.text(random);
  }

  @Test
  void aCorpusOfAnyBytesIsReadOrRefusedInOneSentence() {
    byte[] example =
        "The moon\nis fair\n\n\nO’er the sea — 42"
            .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    Path file = folder.resolve("corpus.txt");
    Fuzz.of("corpus file", random -> Mutation.of(example, random), Shrinker.bytes())
        .run(
            FILES,
            bytes -> {
              Files.write(file, bytes);
              try {
                check(Corpus.read(file, TextFormat.POEMS));
              } catch (CorpusException e) {
                assertTrue(e.getMessage().contains("corpus.txt"), e.getMessage());
              }
            });
  }

  @Test
  void aVocabularySurvivesAFile() {
    Path file = folder.resolve("vocabulary.txt");
    Fuzz.of("vocabulary", Nasty::text, Shrinker.text())
        .run(
            FILES,
            text -> {
              var vocabulary = Vocabulary.of(Corpus.of(List.of(text, "a b")), 1000, 1);
              vocabulary.write(file);
              assertEquals(vocabulary, Vocabulary.read(file));
            });
  }

  @Test
  void phrasesOfATextAreAlwaysFoundInIt() {
    Fuzz.of("phrases", Nasty::text, Shrinker.text())
        .run(
            FILES,
            text -> {
              long[] poem = PhraseHash.poem(text);
              PhraseIndex index = PhraseIndex.of(List.of(poem));
              for (int from = 0; from + PhraseIndex.COPIED <= poem.length; from++) {
                assertTrue(index.forbidden().holds(PhraseHash.of(poem, from, PhraseIndex.COPIED)));
              }
            });
  }
}
