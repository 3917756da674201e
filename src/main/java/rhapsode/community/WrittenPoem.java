package rhapsode.community;

import java.time.Instant;

/**
 * A poem that the bot wrote, with what it takes to write another like it.
 *
 * @param id given by the anthology, positive, never reused
 * @param asker who asked for it; only the platform and the id are kept
 * @param community where it was asked for
 * @param text lines separated by {@code \n}, stanzas by a blank line
 * @param model the name of the model that wrote it
 * @param at when, to the microsecond
 */
public record WrittenPoem(
    long id,
    Author asker,
    String community,
    Request request,
    String text,
    String model,
    Instant at) {
  /**
   * What was asked for.
   *
   * @param form as it was typed: a name or a rhyme scheme
   * @param mood its name; empty for none
   */
  public record Request(String seed, String form, double temperature, String mood) {}
}
