package rhapsode.app.doctor;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether the system's clock can be right: it is not before what has happened already.
 *
 * @param past what has happened, and when
 */
public record ClockCheck(Instant now, ZoneId zone, List<Event> past) implements Check {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  /**
   * Something that has happened.
   *
   * @param what a clause such as "the model was trained"
   */
  public record Event(String what, Instant at) {}

  @Override
  public String name() {
    return "clock";
  }

  @Override
  public Finding look() {
    String time = "%s, time zone %s".formatted(shown(now), zone);
    Optional<Event> later = past.stream().filter(event -> event.at().isAfter(now)).findFirst();
    return later
        .map(
            event ->
                Finding.warning(
                    name(),
                    "%s; but %s at %s.".formatted(time, event.what(), shown(event.at())),
                    "Set the system's clock, or let it follow a time server."))
        .orElseGet(() -> Finding.ok(name(), time + "."));
  }

  private String shown(Instant instant) {
    return TIME.format(instant.atZone(zone));
  }
}
