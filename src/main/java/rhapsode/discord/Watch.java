package rhapsode.discord;

import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.events.session.SessionDisconnectEvent;
import net.dv8tion.jda.api.events.session.SessionRecreateEvent;
import net.dv8tion.jda.api.events.session.SessionResumeEvent;
import net.dv8tion.jda.api.events.session.ShutdownEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.requests.CloseCode;
import net.dv8tion.jda.api.sharding.ShardManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Watches the shards, and logs in one sentence what happens to one. Thread-safe. */
final class Watch extends ListenerAdapter {
  static final String REFUSED =
      "Discord refuses the token: copy it anew from the Bot page of the developer portal.";

  private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

  private final Optional<ShardRange> range;
  private volatile Optional<String> ended = Optional.empty();

  /**
   * A watch over the shards that this process connects.
   *
   * @param range which those are; empty for all
   */
  Watch(Optional<ShardRange> range) {
    this.range = range;
  }

  Health health(ShardManager shards) {
    if (ended.isPresent()) {
      return new Health(false, ended.get());
    }
    List<JDA> all = shards.getShards();
    long connected = all.stream().filter(s -> s.getStatus() == JDA.Status.CONNECTED).count();
    int total = range.map(ShardRange::size).orElseGet(() -> Math.max(shards.getShardsTotal(), 1));
    return connected == total
        ? new Health(true, "Discord: connected, shards: %d.".formatted(connected))
        : new Health(false, "Discord: connecting, shards: %d of %d.".formatted(connected, total));
  }

  @Override
  public void onSessionDisconnect(SessionDisconnectEvent event) {
    LOG.info("Discord: {} lost its connection ({})", name(event.getJDA()), event.getCloseCode());
  }

  @Override
  public void onSessionResume(SessionResumeEvent event) {
    LOG.info("Discord: {} goes on where it was", name(event.getJDA()));
  }

  @Override
  public void onSessionRecreate(SessionRecreateEvent event) {
    LOG.info("Discord: {} is connected anew", name(event.getJDA()));
  }

  @Override
  public void onShutdown(ShutdownEvent event) {
    CloseCode code = event.getCloseCode();
    if (code == null || code.isReconnect()) {
      return;
    }
    String sentence =
        code == CloseCode.AUTHENTICATION_FAILED
            ? REFUSED
            : "Discord does not let the bot connect: " + code.getMeaning();
    ended = Optional.of(sentence);
    LOG.error(sentence);
  }

  private static String name(JDA jda) {
    return "shard " + jda.getShardInfo().getShardId();
  }
}
