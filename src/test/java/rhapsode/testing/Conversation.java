package rhapsode.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import rhapsode.chat.Invocation;
import rhapsode.chat.Person;
import rhapsode.chat.Replies;
import rhapsode.chat.Reply;
import rhapsode.chat.Router;

/**
 * A chat platform without a platform: what people and the bot write, in the order in which it was
 * first written, with messages that can be edited and messages for one person's eyes. Thread-safe.
 */
public final class Conversation {
  private final Router router;
  private final List<String> messages = new ArrayList<>();

  public Conversation(Router router) {
    this.router = router;
  }

  /**
   * Somebody gives a command.
   *
   * @param options {@code name:value}
   * @return completes with the bot's last word
   */
  public CompletableFuture<Void> says(Person who, String command, String... options) {
    Map<String, String> given = new LinkedHashMap<>();
    for (String option : options) {
      given.put(option.split(":", 2)[0], option.split(":", 2)[1]);
    }
    append(
        who.name()
            + ": /"
            + command
            + List.of(options).stream().map(o -> " " + o).collect(Collectors.joining()));
    return router.route(new Invocation(who, "here", command, given), new Answers(who));
  }

  private synchronized int append(String message) {
    messages.add(message);
    return messages.size() - 1;
  }

  private synchronized void edit(int message, String text) {
    messages.set(message, text);
  }

  /** All messages as they stand now. */
  public synchronized String transcript() {
    return messages.stream().map(message -> message + "\n").collect(Collectors.joining());
  }

  /** The answers to one invocation; progress is one message with a count of its edits. */
  private final class Answers implements Replies {
    private final Person asker;
    private int progress = -1;
    private int edits;

    Answers(Person asker) {
      this.asker = asker;
    }

    @Override
    public void say(Reply reply) {
      String footer = reply.footer().isEmpty() ? "" : " -- " + reply.footer();
      append((reply.discreet() ? "bot to " + asker.name() : "bot") + ": " + reply.text() + footer);
    }

    @Override
    public synchronized void progress(double fraction, String text) {
      if (progress < 0) {
        progress = append("bot: " + text);
      } else {
        edit(progress, "bot (edit " + ++edits + "): " + text);
      }
    }
  }
}
