package rhapsode.discord;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import net.dv8tion.jda.api.sharding.ShardManager;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rhapsode.chat.Noticeboard.Notice;

/**
 * The channel in which moderators are shown what waits.
 *
 * @param id the channel's
 */
record ModeratorsChannel(String id) {
  private static final Logger LOG = LoggerFactory.getLogger(ModeratorsChannel.class);

  /** Shows a notice in the server's language; what cannot be shown is logged. Returns at once. */
  void post(Notice notice, ShardManager shards) {
    GuildMessageChannel channel = shards.getChannelById(GuildMessageChannel.class, id);
    if (channel == null) {
      LOG.warn("Discord: there is no channel {} that I can see (discord.moderators-channel)", id);
      return;
    }
    List<MessageCreateData> letters =
        Letters.of(notice.in(channel.getGuild().getLocale().toLocale()));
    try {
      CompletableFuture<?> sent = CompletableFuture.completedFuture(null);
      for (MessageCreateData letter : letters) {
        sent = sent.thenCompose(before -> channel.sendMessage(letter).submit());
      }
      sent.whenComplete(
          (done, fault) -> {
            if (fault != null) {
              failed(fault);
            }
          });
    } catch (RuntimeException e) {
      failed(e);
    }
  }

  private static void failed(Throwable fault) {
    LOG.warn("Discord: the moderators' channel could not be written to", fault);
  }
}
