package rhapsode.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What somebody has been asked and has answered, until their command is complete; outlives the
 * process. One for each person in each chat. Thread-safe.
 */
final class Dialogues {
  /** How long an answer is waited for. */
  static final Duration PATIENCE = Duration.ofHours(1);

  /** How long it is remembered that a question was asked, to tell who answers too late. */
  static final Duration MEMORY = Duration.ofDays(2);

  private static final String SEPARATOR = "_";
  private static final Logger LOG = LoggerFactory.getLogger(Dialogues.class);

  private final ObjectMapper json = new ObjectMapper();
  private final Shelf shelf;
  private final InstantSource clock;

  /**
   * A dialogue.
   *
   * @param command its path
   * @param options what is known so far
   * @param asked the option that was asked for last
   * @param id tells the buttons of this question from those of others
   * @param asking when the question was asked, in milliseconds since 1970
   */
  record Dialogue(
      String command, Map<String, String> options, String asked, String id, long asking) {}

  Dialogues(Shelf shelf, InstantSource clock) {
    this.shelf = shelf;
    this.clock = clock;
    forget();
  }

  /** Lets go of what is over; what cannot be now can be the next time. Never throws. */
  void forget() {
    try {
      for (String key : shelf.keys()) {
        Optional<Dialogue> dialogue = read(key);
        if (dialogue.isEmpty() || age(dialogue.get()).compareTo(MEMORY) > 0) {
          shelf.remove(key);
        }
      }
    } catch (RuntimeException e) {
      LOG.warn("Dialogues that are over could not be let go", e);
    }
  }

  /** Notes a question. */
  Dialogue ask(Scene scene, String command, Map<String, String> options, String asked) {
    long now = clock.instant().toEpochMilli();
    var dialogue =
        new Dialogue(command, options, asked, Long.toString(now, Character.MAX_RADIX), now);
    try {
      shelf.put(key(scene), json.writeValueAsString(dialogue));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
    return dialogue;
  }

  /** The question that is open, or was until lately. */
  Optional<Dialogue> of(Scene scene) {
    return read(key(scene)).filter(d -> age(d).compareTo(MEMORY) <= 0);
  }

  boolean isLate(Dialogue dialogue) {
    return age(dialogue).compareTo(PATIENCE) > 0;
  }

  void end(Scene scene) {
    shelf.remove(key(scene));
  }

  /** A group goes on under another id, and so do the questions that are open in it. */
  void moved(long from, long to) {
    String old = from + SEPARATOR;
    for (String key : shelf.keys()) {
      if (key.startsWith(old)) {
        shelf
            .get(key)
            .ifPresent(text -> shelf.put(to + SEPARATOR + key.substring(old.length()), text));
        shelf.remove(key);
      }
    }
  }

  private Duration age(Dialogue dialogue) {
    return Duration.between(Instant.ofEpochMilli(dialogue.asking()), clock.instant());
  }

  private Optional<Dialogue> read(String key) {
    try {
      Optional<String> text = shelf.get(key);
      return text.isEmpty()
          ? Optional.empty()
          : Optional.of(json.readValue(text.get(), Dialogue.class));
    } catch (JsonProcessingException e) {
      LOG.warn("A dialogue was written down by another version; it is left out");
      return Optional.empty();
    }
  }

  private static String key(Scene scene) {
    return scene.place().chat() + SEPARATOR + scene.user();
  }
}
