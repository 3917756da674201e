package rhapsode.testing;

import static java.time.temporal.ChronoUnit.MICROS;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rhapsode.community.Author;
import rhapsode.community.PersonalData;

/** Who likes one poem, and since when. */
final class Likes {
  private record Fan(String platform, String id) {
    static Fan of(Author who) {
      return new Fan(who.platform(), who.id());
    }
  }

  private final Map<Fan, Instant> fans = new HashMap<>();

  void toggle(Author who, Instant at) {
    if (fans.remove(Fan.of(who)) == null) {
      fans.put(Fan.of(who), at.truncatedTo(MICROS));
    }
  }

  void drop(Author who) {
    fans.remove(Fan.of(who));
  }

  int size() {
    return fans.size();
  }

  /** Since when each of them likes it. */
  List<Instant> times() {
    return List.copyOf(fans.values());
  }

  /** What somebody likes among poems, in their order. */
  static List<PersonalData.Like> of(Author who, Map<Long, Likes> poems) {
    return poems.entrySet().stream()
        .flatMap(
            poem ->
                Optional.ofNullable(poem.getValue().fans.get(Fan.of(who))).stream()
                    .map(at -> new PersonalData.Like(poem.getKey(), at)))
        .toList();
  }
}
