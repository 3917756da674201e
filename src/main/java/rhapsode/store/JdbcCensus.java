package rhapsode.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import rhapsode.community.Census;

/**
 * Counts in the tables {@code poem}, {@code written_poem} and {@code poem_like}, from indexes that
 * hold all it needs. Thread-safe.
 */
public final class JdbcCensus implements Census {
  /** In every statement, {@code %s} stands for the place. */
  private static final String GIVEN =
      """
      select year_, month_, sum(approved) as approved, sum(pending) as pending,
        sum(rejected) as rejected, count(*) as authors
      from (
        select extract(year from submitted_at at time zone 'UTC') as year_,
          extract(month from submitted_at at time zone 'UTC') as month_,
          sum(case when status = 'APPROVED' then 1 else 0 end) as approved,
          sum(case when status = 'PENDING' then 1 else 0 end) as pending,
          sum(case when status = 'REJECTED' then 1 else 0 end) as rejected
        from poem p where status <> 'WITHDRAWN'%s
        group by year_, month_, platform, author_id) as by_author
      group by year_, month_
      """;

  private static final String AUTHORS =
      """
      select count(*) as counted from
        (select distinct platform, author_id from poem p where status <> 'WITHDRAWN'%s) as author
      """;

  private static final String LESSONS =
      """
      select count(*) as counted from poem p
      where status = 'APPROVED' and may_train%s
      """;

  /** Apart from the rest, as few are banned and their poems have an index. */
  private static final String OF_THE_BANNED =
      """
      select count(*) as counted from author_standing s
        join poem p on p.platform = s.platform and p.author_id = s.author_id
      where s.standing = 'BANNED' and p.status = 'APPROVED' and p.may_train%s
      """;

  private static final String WRITTEN = monthly("written_at", "written_poem p where true%s");

  private static final String LIKES =
      monthly(
          "liked_at",
          "(select liked_at from poem_like union all select liked_at from poem_vote) as liked");

  private static final String LIKES_HERE =
      monthly(
          "liked_at",
          """
          (select l.liked_at from poem_like l join written_poem p on p.id = l.written_poem_id
            where p.platform = ? and p.community = ?
          union all
          select v.liked_at from poem_vote v join poem p on p.id = v.poem_id
            where p.platform = ? and p.community = ?) as liked
          """);

  private static final String HERE = " and p.platform = ? and p.community = ?";

  private final Jdbc jdbc;

  public JdbcCensus(Database database) {
    this.jdbc = database.jdbc();
  }

  private static String monthly(String time, String from) {
    return """
    select extract(year from %1$s at time zone 'UTC') as year_,
      extract(month from %1$s at time zone 'UTC') as month_, count(*) as counted
    from %2$s group by year_, month_
    """
        .formatted(time, from);
  }

  @Override
  public Figures in(Place place) {
    return figures(HERE, place.platform(), place.community());
  }

  @Override
  public Figures everywhere() {
    return figures("");
  }

  private Figures figures(String where, Object... values) {
    Map<YearMonth, Month> months = new TreeMap<>();
    jdbc.list(JdbcCensus::given, GIVEN.formatted(where), values)
        .forEach(month -> months.put(month.month(), month));
    for (Counted written : counted(WRITTEN.formatted(where), values)) {
      change(months, written.month, m -> with(m, written.number, m.likes()));
    }
    for (Counted likes : where.isEmpty() ? counted(LIKES) : counted(LIKES_HERE, twice(values))) {
      change(months, likes.month, m -> with(m, m.written(), likes.number));
    }
    return new Figures(
        List.copyOf(months.values()),
        number(AUTHORS, where, values),
        number(LESSONS, where, values) - number(OF_THE_BANNED, where, values));
  }

  /** For a query that asks for the same place in both of its halves. */
  private static Object[] twice(Object... values) {
    return Stream.concat(Arrays.stream(values), Arrays.stream(values)).toArray();
  }

  private record Counted(YearMonth month, int number) {}

  private List<Counted> counted(String sql, Object... values) {
    return jdbc.list(row -> new Counted(month(row), row.getInt("counted")), sql, values);
  }

  private int number(String sql, String where, Object... values) {
    return jdbc.list(row -> row.getInt("counted"), sql.formatted(where), values).get(0);
  }

  private static Month given(ResultSet row) throws SQLException {
    return new Month(
        month(row),
        row.getInt("approved"),
        row.getInt("pending"),
        row.getInt("rejected"),
        row.getInt("authors"),
        0,
        0);
  }

  private static YearMonth month(ResultSet row) throws SQLException {
    return YearMonth.of(row.getInt("year_"), row.getInt("month_"));
  }

  private static void change(
      Map<YearMonth, Month> months, YearMonth month, UnaryOperator<Month> change) {
    months.merge(
        month,
        change.apply(new Month(month, 0, 0, 0, 0, 0, 0)),
        (known, alone) -> change.apply(known));
  }

  private static Month with(Month month, int written, int likes) {
    return new Month(
        month.month(),
        month.approved(),
        month.pending(),
        month.rejected(),
        month.authors(),
        written,
        likes);
  }
}
