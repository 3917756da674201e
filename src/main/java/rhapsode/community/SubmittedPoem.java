package rhapsode.community;

import java.time.Instant;

/**
 * A poem as the store keeps it.
 *
 * @param id given by the store, positive, never reused
 * @param author who gave it; the name is empty once withdrawn
 * @param community where it was given: a Discord server's or a chat's id, {@code console} for the
 *     terminal
 * @param title at most {@value Submission#LONGEST_TITLE} characters, may be empty
 * @param text lines separated by {@code \n}, stanzas by a blank line; empty once withdrawn
 * @param at when it was given, to the microsecond
 */
public record SubmittedPoem(
    long id,
    Author author,
    String community,
    String title,
    String text,
    Instant at,
    Consent consent,
    PoemStatus status) {
  public SubmittedPoem {
    if (id <= 0) {
      throw new IllegalArgumentException("poem number " + id);
    }
  }

  /**
   * What it is called in a list: its title or its first line, cut with an ellipsis.
   *
   * @param longest characters, at least 1
   */
  public String name(int longest) {
    return name(title, text, longest);
  }

  /**
   * What a poem is called in a list: its title or its first line, cut with an ellipsis.
   *
   * @param longest characters, at least 1
   */
  public static String name(String title, String text, int longest) {
    String name = title.isEmpty() ? text.split("\n")[0] : title;
    return name.codePointCount(0, name.length()) <= longest
        ? name
        : name.substring(0, name.offsetByCodePoints(0, longest)) + "…";
  }
}
