package rhapsode.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import rhapsode.language.Capitals;
import rhapsode.language.PhraseIndex;

/**
 * What a model may know of its training text beside its network: which phrases stand there, and
 * which words have a capital there. Files of a {@link ModelFolder}, named in its manifest under a
 * key of their own; a model without them is whole too.
 */
final class Companions {
  private enum Kind {
    PHRASES("phrases", ".bin"),
    CAPITALS("capitals", ".txt");

    /** So that none is read as a whole that would fill the memory. */
    private static final int LONGEST = 1 << 28;

    private final String key;
    private final String end;

    Kind(String key, String end) {
      this.key = key;
      this.end = end;
    }

    String hashKey() {
      return key + "_sha256";
    }
  }

  @FunctionalInterface
  private interface Reading<T> {
    T from(Path file) throws IOException;
  }

  private final HashedFiles files;

  Companions(HashedFiles files) {
    this.files = files;
  }

  Optional<PhraseIndex> phrases(JsonNode manifest) {
    return read(Kind.PHRASES, manifest, PhraseIndex::read);
  }

  Optional<Capitals> capitals(JsonNode manifest) {
    return read(Kind.CAPITALS, manifest, Capitals::read);
  }

  private <T> Optional<T> read(Kind kind, JsonNode manifest, Reading<T> reading) {
    Optional<Path> file = file(kind, manifest);
    try {
      if (file.isEmpty()) {
        return Optional.empty();
      }
      files.requireAtMost(file.get(), Kind.LONGEST);
      return Optional.of(reading.from(file.get()));
    } catch (IOException | RuntimeException e) {
      throw files.damaged("has a file for its " + kind.key + " that cannot be read", e);
    }
  }

  private Optional<Path> file(Kind kind, JsonNode manifest) {
    return named(kind, manifest).map(named -> files.verified(manifest, named));
  }

  private static Optional<HashedFiles.Named> named(Kind kind, JsonNode manifest) {
    return manifest.has(kind.key)
        ? Optional.of(new HashedFiles.Named(kind.key, manifest.path(kind.key).asText()))
        : Optional.empty();
  }

  /** The files that a manifest names. */
  static Stream<HashedFiles.Named> in(JsonNode manifest) {
    return Arrays.stream(Kind.values()).flatMap(kind -> named(kind, manifest).stream());
  }

  /** Writes both, and their names into a manifest. */
  void write(PhraseIndex phrases, Capitals capitals, ObjectNode manifest) throws IOException {
    write(Kind.PHRASES, phrases::write, manifest);
    write(Kind.CAPITALS, capitals::write, manifest);
  }

  private void write(Kind kind, AtomicFiles.Writing writing, ObjectNode manifest)
      throws IOException {
    HashedFiles.Part part = files.part(kind.key + "-", kind.end, writing);
    manifest.put(kind.key, part.name()).put(kind.hashKey(), part.hash());
  }

  /** Takes over what another model has, with its files. */
  void copy(Companions other, JsonNode from, ObjectNode to) throws IOException {
    for (Kind kind : Kind.values()) {
      Optional<Path> file = other.file(kind, from);
      if (file.isPresent()) {
        write(kind, copy -> Files.copy(file.get(), copy, StandardCopyOption.REPLACE_EXISTING), to);
      }
    }
  }

  /** Whether a manifest names any. */
  boolean areIn(JsonNode manifest) {
    return Arrays.stream(Kind.values()).anyMatch(kind -> manifest.has(kind.key));
  }

  /** Goes on naming what an earlier manifest of the same folder names. */
  void keep(JsonNode from, ObjectNode to) {
    for (Kind kind : Kind.values()) {
      if (from.has(kind.key)) {
        to.set(kind.key, from.get(kind.key));
        to.set(kind.hashKey(), from.path(kind.hashKey()));
      }
    }
  }

  /** Removes the files that a manifest does not name. */
  void removeOthers(JsonNode manifest) throws IOException {
    for (Kind kind : Kind.values()) {
      files.removeOthers(kind.key + "-*" + kind.end, manifest.path(kind.key).asText());
    }
  }
}
