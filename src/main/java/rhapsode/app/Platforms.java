package rhapsode.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rhapsode.chat.Noticeboard;
import rhapsode.chat.Router;
import rhapsode.discord.Discord;
import rhapsode.telegram.Telegram;

/**
 * The platforms that the bot talks on beside the console: those that it has a token for. What is
 * wrong with one is a sentence in the log and leaves the others alone.
 */
final class Platforms implements AutoCloseable {
  static final String DISCORD_TOKEN = "RHAPSODE_DISCORD_TOKEN";
  static final String TELEGRAM_TOKEN = "RHAPSODE_TELEGRAM_TOKEN";

  private static final Logger LOG = LoggerFactory.getLogger(Platforms.class);

  private final List<AutoCloseable> open = new ArrayList<>();

  private Platforms() {}

  /**
   * Starts them; returns at once.
   *
   * @param noticeboard gets the channels of those that have one
   */
  static Platforms start(
      Settings settings,
      Map<String, String> environment,
      Router router,
      Noticeboard noticeboard,
      InstantSource clock) {
    var platforms = new Platforms();
    platforms.open(
        "Discord",
        () ->
            token(environment, DISCORD_TOKEN, settings.discord().tokenFile())
                .map(settings.discord()::with)
                .map(discord -> Discord.start(discord, router, clock))
                .map(discord -> announced(discord, noticeboard, discord::post)));
    platforms.open(
        "Telegram",
        () ->
            token(environment, TELEGRAM_TOKEN, settings.telegram().tokenFile())
                .map(settings.telegram()::with)
                .map(
                    telegram ->
                        Telegram.start(
                            telegram, router, clock, settings.data().folder().resolve("telegram")))
                .map(telegram -> announced(telegram, noticeboard, telegram::post)));
    return platforms;
  }

  private static <T> T announced(
      T platform, Noticeboard noticeboard, Consumer<Noticeboard.Notice> channel) {
    noticeboard.addChannel(channel);
    return platform;
  }

  private interface Opening {
    Optional<? extends AutoCloseable> open();
  }

  private void open(String name, Opening opening) {
    try {
      opening.open().ifPresent(open::add);
    } catch (IllegalArgumentException | UncheckedIOException e) {
      LOG.error("{} is left out: {}", name, e.getMessage(), e);
    }
  }

  /**
   * A secret from the environment, else from a file; empty if there is none. Blanks around it do
   * not matter.
   *
   * @throws UncheckedIOException if the file cannot be read
   */
  static Optional<String> token(Map<String, String> environment, String name, Optional<Path> file) {
    Function<String, Optional<String>> present =
        text -> Optional.of(text.strip()).filter(secret -> !secret.isEmpty());
    Optional<String> given = present.apply(environment.getOrDefault(name, ""));
    return given.isPresent() ? given : file.flatMap(path -> present.apply(content(path)));
  }

  private static String content(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("the token file " + file + " cannot be read", e);
    }
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
                .map(platform -> CompletableFuture.runAsync(() -> close(platform)))
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
