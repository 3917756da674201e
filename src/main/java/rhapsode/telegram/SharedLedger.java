package rhapsode.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.objects.Update;

/** A ledger that several processes keep together. Thread-safe. */
record SharedLedger(Memory memory) implements Ledger {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Logger LOG = LoggerFactory.getLogger(SharedLedger.class);

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
    try {
      memory.answered(id);
    } catch (RuntimeException e) {
      LOG.error("A Telegram update could not be struck out; it may be answered again", e);
    }
  }

  @Override
  public List<Update> unanswered() {
    var updates = new ArrayList<Update>();
    try {
      for (String content : memory.leftovers()) {
        updates.add(JSON.readValue(content, Update.class));
      }
    } catch (JsonProcessingException e) {
      LOG.warn("A Telegram update was written down by another version; it is left out");
    } catch (RuntimeException e) {
      LOG.warn("It cannot be told what other processes left unanswered on Telegram", e);
    }
    return updates;
  }
}
