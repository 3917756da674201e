package rhapsode.discord;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import net.dv8tion.jda.api.sharding.ShardManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rhapsode.chat.Noticeboard.Notice;
import rhapsode.chat.Router;

/**
 * The bot on Discord. It connects by itself, keeps trying while Discord cannot be reached, and says
 * in one sentence if its token is refused; whatever happens, the rest of the program goes on.
 * Thread-safe.
 */
public final class Discord implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Discord.class);

  /** How long answers under way may take at the end. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
  private static final Duration GOODBYE = Duration.ofSeconds(2);
  private static final int UNAUTHORIZED = 401;

  private final DiscordSettings settings;
  private final Router router;
  private final InstantSource clock;
  private final UnderWay underWay = new UnderWay();
  private final ScheduledExecutorService starter =
      Executors.newSingleThreadScheduledExecutor(Discord::thread);

  /** What is connected, or about to be. */
  private record Connection(ShardManager shards, Pools pools) {}

  private volatile Optional<Connection> connection = Optional.empty();
  private volatile Health beginning = new Health(false, "Discord: connecting.");
  private final Watch watch;

  private Discord(DiscordSettings settings, Router router, InstantSource clock) {
    this.settings = settings;
    this.router = router;
    this.clock = clock;
    watch = new Watch(settings.shardRange());
  }

  private static Thread thread(Runnable task) {
    var thread = new Thread(task, "discord-start");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Begins to connect, and returns at once.
   *
   * @param clock tells when an interaction's token is too old to answer with
   */
  public static Discord start(DiscordSettings settings, Router router, InstantSource clock) {
    var discord = new Discord(settings, router, clock);
    discord.starter.execute(() -> discord.connect(FIRST_PAUSE));
    return discord;
  }

  /** How things stand. */
  public Health health() {
    return connection.map(connected -> watch.health(connected.shards())).orElse(beginning);
  }

  /**
   * Shows moderators something in their channel, if there is one and the bot is connected; returns
   * at once and never throws. What was not shown still waits, and is found by {@code /review}.
   */
  public void post(Notice notice) {
    String channel = settings.staff().channel();
    if (!channel.isEmpty()) {
      connection.ifPresent(
          connected ->
              new ModeratorsChannel(channel, settings.shardRange().isPresent())
                  .post(notice, connected.shards()));
    }
  }

  private void connect(Duration pause) {
    var pools = new Pools();
    var reception = new Reception(router, settings, clock, pools.workers, underWay);
    var registration = new Registration(SlashCommands.of(router.descriptions()));
    var arrival = new Arrival(registration, settings.developmentGuild());
    try {
      ShardManager shards = Link.of(settings, pools, List.of(reception, arrival, watch));
      shards.login();
      connection = Optional.of(new Connection(shards, pools));
    } catch (RuntimeException e) {
      pools.close();
      failed(e, pause);
    }
  }

  private void failed(RuntimeException fault, Duration pause) {
    if (isRefusal(fault)) {
      beginning = new Health(false, Watch.REFUSED);
      LOG.error(Watch.REFUSED);
      return;
    }
    String sentence =
        "Discord cannot be reached; the next try is in %d s.".formatted(pause.toSeconds());
    beginning = new Health(false, sentence);
    LOG.warn("{} ({})", sentence, fault.toString());
    Duration doubled = pause.multipliedBy(2);
    Duration next = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    if (!underWay.closing()) {
      starter.schedule(() -> connect(next), pause.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private static boolean isRefusal(RuntimeException fault) {
    return fault instanceof InvalidTokenException
        || (fault instanceof ErrorResponseException e && e.getResponse().code == UNAUTHORIZED);
  }

  /**
   * Takes nothing new, lets answers under way finish for up to 10 s, and disconnects. Commands stay
   * registered.
   */
  @Override
  public void close() {
    underWay.drain(PATIENCE);
    starter.shutdownNow();
    try {
      starter.awaitTermination(GOODBYE.toMillis(), TimeUnit.MILLISECONDS);
      if (connection.isPresent()) {
        end(connection.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    beginning = new Health(false, "Discord: closed.");
    connection = Optional.empty();
  }

  private static void end(Connection connected) throws InterruptedException {
    List<JDA> shards = connected.shards().getShards();
    connected.shards().shutdown();
    for (JDA shard : shards) {
      if (!shard.awaitShutdown(GOODBYE)) {
        shard.shutdownNow();
      }
    }
    connected.pools().close();
  }
}
