package rhapsode.app;

import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rhapsode.chat.Noticeboard;
import rhapsode.chat.Router;
import rhapsode.discord.Discord;
import rhapsode.telegram.Memory;
import rhapsode.telegram.Telegram;
import rhapsode.telegram.TelegramSettings;

/**
 * The platforms that the bot talks on beside the console: those that it has a token for. What is
 * wrong with one is a sentence in the log and leaves the others alone.
 */
final class Platforms implements AutoCloseable {
  static final String DISCORD_TOKEN = "RHAPSODE_DISCORD_TOKEN";
  static final String TELEGRAM_TOKEN = "RHAPSODE_TELEGRAM_TOKEN";

  private static final Logger LOG = LoggerFactory.getLogger(Platforms.class);

  private final List<Open> open = new CopyOnWriteArrayList<>();
  private final List<LeftOut> leftOut = new CopyOnWriteArrayList<>();

  /** A platform that was started, a sentence on how it stands, and whether people are answered. */
  private record Open(
      String name, AutoCloseable platform, Supplier<String> health, BooleanSupplier connected) {
    static Open of(Discord discord) {
      return new Open(
          "discord", discord, () -> discord.health().sentence(), () -> discord.health().well());
    }

    static Open of(Telegram telegram) {
      return new Open("telegram", telegram, telegram::state, telegram::connected);
    }
  }

  /**
   * What a process has to know that is not alone.
   *
   * @param memory what all of them know
   * @param fetchesUpdates whether this one fetches Telegram's updates, now
   */
  record Sharing(Memory memory, BooleanSupplier fetchesUpdates) {}

  /** A platform that could not be started, and a sentence on why. */
  private record LeftOut(String name, String why) {}

  private Platforms() {}

  /**
   * Starts them; returns at once.
   *
   * @param noticeboard gets the channels of those that have one
   * @param sharing empty if no other process runs this bot
   */
  static Platforms start(
      Settings settings,
      Map<String, String> environment,
      Router router,
      Noticeboard noticeboard,
      InstantSource clock,
      Optional<Sharing> sharing) {
    var platforms = new Platforms();
    platforms.open(
        "Discord",
        () ->
            Secrets.read(environment, DISCORD_TOKEN, settings.discord().tokenFile())
                .map(settings.discord()::with)
                .map(discord -> Discord.start(discord, router, clock))
                .map(discord -> announced(discord, noticeboard, discord::post))
                .map(Open::of));
    platforms.open(
        "Telegram",
        () ->
            Secrets.read(environment, TELEGRAM_TOKEN, settings.telegram().tokenFile())
                .map(settings.telegram()::with)
                .map(telegram -> telegram(telegram, settings, router, clock, sharing))
                .map(telegram -> announced(telegram, noticeboard, telegram::post))
                .map(Open::of));
    return platforms;
  }

  private static Telegram telegram(
      TelegramSettings telegram,
      Settings settings,
      Router router,
      InstantSource clock,
      Optional<Sharing> sharing) {
    return sharing.isPresent()
        ? Telegram.start(
            telegram, router, clock, sharing.get().memory(), sharing.get().fetchesUpdates())
        : Telegram.start(telegram, router, clock, settings.data().folder().resolve("telegram"));
  }

  private static <T> T announced(
      T platform, Noticeboard noticeboard, Consumer<Noticeboard.Notice> channel) {
    noticeboard.addChannel(channel);
    return platform;
  }

  private interface Opening {
    Optional<Open> open();
  }

  private void open(String name, Opening opening) {
    try {
      opening.open().ifPresent(open::add);
    } catch (IllegalArgumentException | UncheckedIOException e) {
      LOG.error("{} is left out: {}", name, e.getMessage(), e);
      leftOut.add(
          new LeftOut(
              name.toLowerCase(Locale.ROOT),
              "%s is left out: %s.".formatted(name, e.getMessage())));
    }
  }

  /** How each of them stands, in a sentence without secrets. */
  List<String> health() {
    return Stream.concat(
            open.stream().map(one -> one.health().get()), leftOut.stream().map(LeftOut::why))
        .toList();
  }

  /** Whether people are answered on each platform that there is a token for, by its name. */
  Map<String, Boolean> connected() {
    var connected = new TreeMap<String, Boolean>();
    open.forEach(one -> connected.put(one.name(), one.connected().getAsBoolean()));
    leftOut.forEach(one -> connected.put(one.name(), false));
    return connected;
  }

  /** Whether there is any. */
  boolean any() {
    return !open.isEmpty();
  }

  /** Lets what is under way end, at most ten seconds on all of them at once, and leaves. */
  @Override
  public void close() {
    CompletableFuture.allOf(
            open.stream()
                .map(one -> CompletableFuture.runAsync(() -> close(one.platform())))
                .toArray(CompletableFuture[]::new))
        .join();
    open.clear();
  }

  private static void close(AutoCloseable platform) {
    try {
      platform.close();
    } catch (Exception e) {
      LOG.warn("A platform did not end in good order", e);
    }
  }
}
