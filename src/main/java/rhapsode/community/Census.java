package rhapsode.community;

import java.time.YearMonth;
import java.util.List;

/**
 * Counts what people gave and liked and what was written for them, a month at a time (UTC). Poems
 * that were taken back or erased no longer count, and nobody is named. Thread-safe; blocks on the
 * disk.
 */
public interface Census {
  /**
   * Somewhere people meet.
   *
   * @param platform {@code console}, {@code discord}, {@code telegram}
   * @param community a Discord server's or a chat's id, {@code console} for the terminal
   */
  record Place(String platform, String community) {}

  /** What happened in one place. */
  Figures in(Place place);

  /** What happened everywhere. */
  Figures everywhere();

  /**
   * What was counted.
   *
   * @param months those in which anything happened, in their order
   * @param authors who gave a poem in any of them
   * @param lessons approved poems whose authors allow training and are not banned
   */
  record Figures(List<Month> months, int authors, int lessons) {
    public Figures {
      months = List.copyOf(months);
    }
  }

  /**
   * What happened in a month.
   *
   * @param approved poems given then that are approved now
   * @param pending poems given then that wait now
   * @param rejected poems given then that are refused now
   * @param authors who gave any of them
   * @param written poems that the bot wrote then
   * @param likes given then
   */
  record Month(
      YearMonth month,
      int approved,
      int pending,
      int rejected,
      int authors,
      int written,
      int likes) {
    /** Poems that people gave. */
    public int given() {
      return approved + pending + rejected;
    }
  }
}
