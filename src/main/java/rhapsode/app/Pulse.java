package rhapsode.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import rhapsode.chat.Vitals;

/** How the bot stands since it was started. Thread-safe. */
final class Pulse implements Supplier<Vitals> {
  private final InstantSource clock;
  private final Instant started;
  private volatile Supplier<List<String>> platforms = List::of;

  /** Of a bot that starts now. */
  Pulse(InstantSource clock) {
    this.clock = clock;
    started = clock.instant();
  }

  /** From now on tells of platforms too, which start after all else. */
  void watch(Supplier<List<String>> sentences) {
    platforms = sentences;
  }

  @Override
  public Vitals get() {
    Runtime java = Runtime.getRuntime();
    return new Vitals(
        RhapsodeCommand.Version.text(),
        Duration.between(started, clock.instant()),
        platforms.get(),
        java.totalMemory() - java.freeMemory(),
        java.maxMemory());
  }
}
