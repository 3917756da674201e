package rhapsode.telegram;

import java.util.List;
import org.telegram.telegrambots.meta.api.objects.Update;

/**
 * Which updates were taken and which are answered. An update is written down before Telegram may
 * forget it, and struck out when its answer is sent; so after a death of the process none is lost,
 * and none is answered again but the one whose answer was leaving at that moment. Thread-safe.
 */
interface Ledger {
  /**
   * Writes an update down.
   *
   * @return false if it was taken before
   */
  boolean take(Update update);

  /** Strikes an update out: it is answered. What fails is done with a later one, or settled. */
  void answered(int id);

  /** Strikes out what is answered and could not be struck out; does what it can. */
  void settle();

  /** What was taken by a process that ended before it was answered; this one answers it now. */
  List<Update> unanswered();
}
