package rhapsode.prosody;

import java.util.List;
import java.util.Optional;

/** Spellings that an American lexicon lacks: {@code colour, travelled, drest, wilful, theatre}. */
final class OldSpellings implements Rule {
  private record Change(String from, String to) {}

  private static final List<Change> CHANGES =
      List.of(
          new Change("our", "or"),
          new Change("ise", "ize"),
          new Change("isi", "izi"),
          new Change("yse", "yze"),
          new Change("tre", "ter"),
          new Change("ence", "ense"),
          new Change("ogue", "og"),
          new Change("que", "k"),
          new Change("aes", "es"),
          new Change("ae", "e"),
          new Change("oe", "e"),
          new Change("wil", "will"),
          new Change("skil", "skill"),
          new Change("fil", "fill"),
          new Change("dul", "dull"),
          new Change("ful", "full"),
          new Change("gipsy", "gypsy"),
          new Change("grey", "gray"));

  /** A participle that ends in -t after these is one in -ed: drest, mixt, wrapt, lookt. */
  private static final List<String> HARD = List.of("x", "p", "k", "sh", "ch", "ss");

  @Override
  public Optional<Pronunciation> derive(String word, Speaker speaker) {
    Optional<Pronunciation> participle = participle(word, speaker);
    if (participle.isPresent()) {
      return participle;
    }
    return CHANGES.stream()
        .filter(change -> word.contains(change.from()))
        .map(change -> speaker.listed(word.replace(change.from(), change.to())))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<Pronunciation> participle(String word, Speaker speaker) {
    if (!word.endsWith("t") || word.length() < 4) {
      return Optional.empty();
    }
    String stem = word.substring(0, word.length() - 1);
    String doubled = stem.endsWith("s") ? stem + "s" : stem;
    return HARD.stream().anyMatch(doubled::endsWith)
        ? speaker.listed(doubled).map(Endings::past)
        : Optional.empty();
  }
}
