package rhapsode.discord;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.sharding.ShardManager;
import net.dv8tion.jda.api.utils.AttachedFile;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import net.dv8tion.jda.internal.requests.RestActionImpl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rhapsode.chat.Noticeboard.Notice;

/**
 * The channel in which moderators are shown what waits.
 *
 * @param id the channel's
 * @param afar whether its server may be another process's, so that it cannot be seen here
 */
record ModeratorsChannel(String id, boolean afar) {
  private static final Logger LOG = LoggerFactory.getLogger(ModeratorsChannel.class);

  /**
   * Shows a notice in the server's language, or in English where the server is another process's;
   * what cannot be shown is logged. Returns at once.
   */
  void post(Notice notice, ShardManager shards) {
    GuildMessageChannel channel = shards.getChannelById(GuildMessageChannel.class, id);
    if (channel == null && afar) {
      send(
          Letters.of(notice.in(Locale.ENGLISH)),
          letter -> fromAfar(shards.getShards().get(0), letter));
      return;
    }
    if (channel == null) {
      LOG.warn("Discord: there is no channel {} that I can see (discord.moderators-channel)", id);
      return;
    }
    send(Letters.of(notice.in(channel.getGuild().getLocale().toLocale())), channel::sendMessage);
  }

  /** The library has no channels but those that it sees. */
  private RestAction<?> fromAfar(JDA any, MessageCreateData letter) {
    Route.CompiledRoute route = Route.Messages.SEND_MESSAGE.compile(id);
    return letter.getFiles().isEmpty()
        ? new RestActionImpl<>(any, route, letter.toData())
        : new RestActionImpl<>(
            any,
            route,
            AttachedFile.createMultipartBody(letter.getFiles(), letter.toData()).build());
  }

  private static void send(
      List<MessageCreateData> letters, Function<MessageCreateData, RestAction<?>> sending) {
    try {
      CompletableFuture<?> sent = CompletableFuture.completedFuture(null);
      for (MessageCreateData letter : letters) {
        sent = sent.thenCompose(before -> sending.apply(letter).submit());
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
