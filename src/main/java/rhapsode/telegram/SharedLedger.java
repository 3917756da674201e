package rhapsode.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.objects.Update;

/** A ledger that several processes keep together. Thread-safe. */
final class SharedLedger implements Ledger {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Logger LOG = LoggerFactory.getLogger(SharedLedger.class);

  private final Memory memory;
  private final Strikes strikes;

  SharedLedger(Memory memory) {
    this.memory = memory;
    this.strikes = new Strikes(memory::answered);
  }

  @Override
  public boolean take(Update update) {
    try {
      return memory.take(update.getUpdateId(), JSON.writeValueAsString(update));
    } catch (JsonProcessingException | RuntimeException e) {
      // It is answered all the same, unless the process dies before.
      LOG.error("A Telegram update could not be written down", e);
      return true;
    }
  }

  @Override
  public void answered(int id) {
    strikes.out(id);
  }

  @Override
  public void settle() {
    strikes.again();
  }

  @Override
  public List<Update> unanswered() {
    strikes.again();
    try {
      return memory.leftovers().stream()
          .map(SharedLedger::read)
          .flatMap(Optional::stream)
          .filter(update -> !strikes.isLeft(update.getUpdateId()))
          .toList();
    } catch (RuntimeException e) {
      LOG.warn("It cannot be told what other processes left unanswered on Telegram", e);
      return List.of();
    }
  }

  private static Optional<Update> read(String content) {
    try {
      return Optional.of(JSON.readValue(content, Update.class));
    } catch (JsonProcessingException e) {
      LOG.warn("A Telegram update was written down by another version; it is left out");
      return Optional.empty();
    }
  }
}
