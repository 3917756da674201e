package rhapsode.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import rhapsode.card.PoemCards;
import rhapsode.poem.Poem;

/** Where {@code rhapsode poem --card} puts pictures. */
final class CardFiles {
  private final PoemCards cards;
  private final Path file;

  private CardFiles(PoemCards cards, Path file) {
    this.cards = cards;
    this.file = file;
  }

  /** A picture that could not be written; the message is a sentence for the user. */
  static final class NotWritten extends RuntimeException {
    NotWritten(Path file, IOException cause) {
      super("The card cannot be written to " + file + ".", cause);
    }
  }

  /** Empty where this Java cannot draw. */
  static Optional<CardFiles> at(Path file) {
    return PoemCards.load().map(cards -> new CardFiles(cards, file));
  }

  /**
   * Writes one poem to the file, and several to numbered ones beside it.
   *
   * @throws NotWritten if a file cannot be written
   */
  void write(List<Poem> poems) {
    for (int i = 0; i < poems.size(); i++) {
      Path target = poems.size() == 1 ? file : numbered(i + 1);
      try {
        Files.write(target, cards.draw(poems.get(i)).png());
      } catch (IOException e) {
        throw new NotWritten(target, e);
      }
    }
  }

  private Path numbered(int number) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    int end = dot > 0 ? dot : name.length();
    return file.resolveSibling(name.substring(0, end) + "-" + number + name.substring(end));
  }
}
