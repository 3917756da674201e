package rhapsode.testing.telegram;

/**
 * What goes wrong with one call.
 *
 * @param status of the answer; 0 for a connection that is closed instead of one
 * @param body of the answer
 * @param processed whether the call is done all the same, and only its answer is lost
 */
public record Fault(int status, String body, boolean processed) {
  /** The answer to a call that went well. */
  static Fault ok(String result) {
    return new Fault(200, "{\"ok\":true,\"result\":" + result + "}", true);
  }

  private static Fault error(int status, String description, String parameters) {
    return new Fault(
        status,
        "{\"ok\":false,\"error_code\":%d,\"description\":\"%s\"%s}"
            .formatted(status, description, parameters),
        false);
  }

  /** Flood control. */
  public static Fault tooMany(int seconds) {
    return error(
        429,
        "Too Many Requests: retry after " + seconds,
        ",\"parameters\":{\"retry_after\":" + seconds + "}");
  }

  /** Somebody else polls. */
  public static Fault conflict() {
    return error(
        409,
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is"
            + " running",
        "");
  }

  /** An error that only has a status. */
  public static Fault status(int status) {
    return new Fault(status, "<html><h1>" + status + "</h1></html>", false);
  }

  /** An error of the Bot API. */
  public static Fault refused(int status, String description) {
    return error(status, description, "");
  }

  /** The group has become a supergroup. */
  public static Fault migrated(long supergroup) {
    return error(
        400,
        "Bad Request: group chat was upgraded to a supergroup chat",
        ",\"parameters\":{\"migrate_to_chat_id\":" + supergroup + "}");
  }

  /** HTML that Telegram does not like. */
  public static Fault cannotParse() {
    return error(400, "Bad Request: can't parse entities: unsupported start tag", "");
  }

  /** The connection is closed before anything was done. */
  public static Fault dropped() {
    return new Fault(0, "", false);
  }

  /** The connection is closed after all was done. */
  public static Fault answerLost() {
    return new Fault(0, "", true);
  }

  /** An answer with another body. */
  public static Fault malformed(String body) {
    return new Fault(200, body, false);
  }
}
