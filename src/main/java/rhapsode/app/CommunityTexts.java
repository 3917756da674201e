package rhapsode.app;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import rhapsode.store.JdbcPoemStore;

/**
 * The texts of the poems that models are trained on. Thread-safe.
 *
 * @param closing whether the bot closes, and nobody needs them any more
 */
record CommunityTexts(JdbcPoemStore poems, BooleanSupplier closing) implements Repertoires.Texts {
  /** To read more holds a start up by seconds, and a million by a minute. */
  private static final int QUICKLY_READ = 20_000;

  /** Whether it takes long to read them. */
  boolean areMany() {
    return poems.hasMoreForTraining(QUICKLY_READ);
  }

  /**
   * Hands over one after the other.
   *
   * @throws CancellationException if the bot closes meanwhile
   */
  @Override
  public void forEach(Consumer<String> reader) {
    poems.readForTraining(
        poem -> {
          if (closing.getAsBoolean()) {
            throw new CancellationException("the bot is being closed");
          }
          reader.accept(poem.text());
        });
  }
}
