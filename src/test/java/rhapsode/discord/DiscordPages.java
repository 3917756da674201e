package rhapsode.discord;

import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import rhapsode.chat.Reply;

/** What a reply is on Discord, for tests in other rooms. */
public final class DiscordPages {
  private DiscordPages() {}

  /**
   * Makes the messages of a reply.
   *
   * @throws RuntimeException if Discord would not take one of them: JDA checks every limit
   */
  public static int of(Reply reply) {
    int pages = 0;
    for (MessageCreateData letter : Letters.of(reply)) {
      pages++;
      letter.close();
    }
    return pages;
  }
}
