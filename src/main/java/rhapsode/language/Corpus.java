package rhapsode.language;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Poems as tokens. Immutable.
 *
 * @param poems the tokens of each; in {@link TextFormat#POEMS} each ends with {@link Tokens#POEM}
 * @param format how they were read
 */
public record Corpus(List<List<String>> poems, TextFormat format) {
  public Corpus {
    poems = List.copyOf(poems);
  }

  /**
   * Reads a file.
   *
   * @throws CorpusException if it is missing, not UTF-8 text, or holds no words
   */
  public static Corpus read(Path file, TextFormat format) {
    return parse(text(file), format, file.toString());
  }

  private static String text(Path file) {
    try {
      return decode(Files.readAllBytes(file), file);
    } catch (NoSuchFileException e) {
      throw new CorpusException("There is no file " + file + ".", e);
    } catch (IOException e) {
      throw new CorpusException("The file " + file + " cannot be read.", e);
    }
  }

  private static String decode(byte[] bytes, Path file) {
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString();
      if (text.indexOf('\0') < 0) {
        return text;
      }
      throw new CorpusException(binary(file));
    } catch (CharacterCodingException e) {
      throw new CorpusException(binary(file), e);
    }
  }

  private static String binary(Path file) {
    return "The file " + file + " is not UTF-8 text; a corpus is plain verse.";
  }

  /**
   * Reads text.
   *
   * @param name what error messages call it
   * @throws CorpusException if it holds no words
   */
  public static Corpus parse(String text, TextFormat format, String name) {
    Corpus corpus = piece(text, format);
    if (corpus.poems.isEmpty()) {
      throw noVerse(name);
    }
    return corpus;
  }

  /** Reads a piece of a text that ends where a poem does; it may hold no words. */
  public static Corpus piece(String text, TextFormat format) {
    return format == TextFormat.POEMS ? verse(text) : tokens(text);
  }

  private static CorpusException noVerse(String name) {
    return new CorpusException(
        name + " holds no verse; it needs poems, with two blank lines between them.");
  }

  /**
   * The poems of a file, each as its text: for what has to see capitals, or is too long to be kept
   * as tokens.
   *
   * @throws CorpusException if it is missing, not UTF-8 text, or holds no words
   */
  public static List<String> texts(Path file) {
    List<String> texts = split(text(file)).filter(Corpus::isSpoken).toList();
    if (texts.isEmpty()) {
      throw noVerse(file.toString());
    }
    return texts;
  }

  /** Poems that are texts already. Those without a word are left out. */
  public static Corpus of(List<String> texts) {
    return new Corpus(
        texts.stream().map(Tokenizer::poem).filter(tokens -> tokens.size() > 1).toList(),
        TextFormat.POEMS);
  }

  private static boolean isSpoken(String text) {
    return text.codePoints().anyMatch(Character::isLetterOrDigit);
  }

  /** These poems, then others of the same format. */
  public Corpus and(Corpus others) {
    if (format != others.format) {
      throw new IllegalArgumentException(format + " and " + others.format + " are not one corpus");
    }
    return new Corpus(Stream.concat(poems.stream(), others.poems.stream()).toList(), format);
  }

  private static Corpus verse(String text) {
    return of(split(text).toList());
  }

  private static Stream<String> split(String text) {
    return Arrays.stream(text.replace("\r\n", "\n").split("\n\\s*\n\\s*\n"));
  }

  private static Corpus tokens(String text) {
    List<List<String>> poems = new ArrayList<>();
    for (String line : text.split("\\R")) {
      if (!line.isBlank()) {
        poems.add(
            Arrays.stream(line.strip().split("\\s+"))
                .map(token -> token.equals("<eos>") ? Tokens.LINE : token)
                .toList());
      }
    }
    return new Corpus(poems, TextFormat.TOKENS);
  }

  /** How many tokens a model has to predict. */
  public int size() {
    return poems.stream().mapToInt(List::size).sum();
  }

  /** The poems that fulfil a condition. */
  public Corpus where(Predicate<List<String>> condition) {
    return new Corpus(poems.stream().filter(condition).toList(), format);
  }

  /**
   * Whether a poem belongs to the held-out share: decided by a hash of its words alone, so that the
   * same poem is always on the same side, in any file and any order.
   *
   * @param share from 0 to 1
   */
  public static boolean isHeldOut(List<String> poem, double share) {
    return (ByteBuffer.wrap(digest(poem)).getInt() >>> 1) < share * Integer.MAX_VALUE;
  }

  /** A hash of a poem's words, 32 bytes. */
  public static byte[] digest(List<String> poem) {
    return sha256().digest(String.join(" ", poem).getBytes(StandardCharsets.UTF_8));
  }

  /** A hash of all poems that does not depend on their order; 64 hexadecimal digits. */
  public String hash() {
    return hash(poems.stream().map(Corpus::digest).sorted(Arrays::compare).iterator());
  }

  /**
   * The same of the poems' own hashes.
   *
   * @param digests of all poems, in ascending order of their bytes, taken as signed ones
   */
  public static String hash(Iterator<byte[]> digests) {
    MessageDigest all = sha256();
    digests.forEachRemaining(all::update);
    return HexFormat.of().formatHex(all.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
