package rhapsode.testing;

import static java.time.ZoneOffset.UTC;
import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Stream;
import rhapsode.community.Author;
import rhapsode.community.Census;
import rhapsode.community.PoemStatus;
import rhapsode.community.SubmittedPoem;
import rhapsode.community.WrittenPoem;

/** Counts poems in memory, one by one. Thread-safe. */
public record InMemoryCensus(
    InMemoryPoemStore poems, InMemoryAnthology anthology, InMemoryShownPoems shown)
    implements Census {
  @Override
  public Figures in(Place place) {
    return figures(
        (author, community) ->
            author.platform().equals(place.platform()) && community.equals(place.community()));
  }

  @Override
  public Figures everywhere() {
    return figures((author, community) -> true);
  }

  private Figures figures(BiPredicate<Author, String> where) {
    List<SubmittedPoem> given =
        poems.remaining().stream().filter(p -> where.test(p.author(), p.community())).toList();
    List<WrittenPoem> written =
        anthology.all().stream().filter(p -> where.test(p.asker(), p.community())).toList();
    Map<YearMonth, List<SubmittedPoem>> givenThen = byMonth(given, SubmittedPoem::at);
    Map<YearMonth, List<WrittenPoem>> writtenThen = byMonth(written, WrittenPoem::at);
    Map<YearMonth, List<Instant>> likedThen =
        byMonth(
            Stream.concat(
                    written.stream().flatMap(poem -> anthology.liked(poem.id()).stream()),
                    given.stream().flatMap(poem -> shown.liked(poem.id()).stream()))
                .toList(),
            Function.identity());
    var all = new TreeSet<>(givenThen.keySet());
    all.addAll(writtenThen.keySet());
    all.addAll(likedThen.keySet());
    var months = new ArrayList<Month>();
    for (YearMonth month : all) {
      List<SubmittedPoem> then = givenThen.getOrDefault(month, List.of());
      months.add(
          new Month(
              month,
              count(then, PoemStatus.APPROVED),
              count(then, PoemStatus.PENDING),
              count(then, PoemStatus.REJECTED),
              authors(then),
              writtenThen.getOrDefault(month, List.of()).size(),
              likedThen.getOrDefault(month, List.of()).size()));
    }
    Stream<SubmittedPoem> lessons =
        poems.forTraining().stream().filter(p -> where.test(p.author(), p.community()));
    return new Figures(months, authors(given), (int) lessons.count());
  }

  private static <T> Map<YearMonth, List<T>> byMonth(List<T> things, Function<T, Instant> at) {
    return things.stream().collect(groupingBy(t -> YearMonth.from(at.apply(t).atOffset(UTC))));
  }

  private static int count(List<SubmittedPoem> poems, PoemStatus status) {
    return (int) poems.stream().filter(poem -> poem.status() == status).count();
  }

  private static int authors(List<SubmittedPoem> poems) {
    return (int)
        poems.stream()
            .map(poem -> poem.author().platform() + " " + poem.author().id())
            .distinct()
            .count();
  }
}
