package rhapsode.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.objects.Update;

/** A ledger of one process, on a shelf of its own. Thread-safe. */
final class FolderLedger implements Ledger {
  /** More than Telegram can give again: 100 in a batch that was not confirmed. */
  private static final int REMEMBERED = 400;

  private static final String ANSWERED = "answered";
  private static final String TAKEN = "u";
  private static final Logger LOG = LoggerFactory.getLogger(FolderLedger.class);

  private final ObjectMapper json = new ObjectMapper();
  private final Shelf shelf;
  private final LinkedHashSet<Integer> answered = new LinkedHashSet<>();
  private final Set<Integer> open = new HashSet<>();
  private final Strikes strikes = new Strikes(this::strike);

  FolderLedger(Shelf shelf) {
    this.shelf = shelf;
    shelf.get(ANSWERED).ifPresent(ids -> ids.lines().map(Integer::valueOf).forEach(answered::add));
  }

  @Override
  public synchronized boolean take(Update update) {
    int id = update.getUpdateId();
    if (answered.contains(id) || open.contains(id)) {
      return false;
    }
    open.add(id);
    try {
      shelf.put(TAKEN + id, "1\n" + json.writeValueAsString(update));
    } catch (JsonProcessingException | RuntimeException e) {
      // It is answered all the same, unless the process dies before.
      LOG.error("A Telegram update could not be written down", e);
    }
    return true;
  }

  @Override
  public synchronized void answered(int id) {
    if (!open.remove(id)) {
      return;
    }
    answered.add(id);
    if (answered.size() > REMEMBERED) {
      answered.remove(answered.iterator().next());
    }
    strikes.out(id);
  }

  private void strike(int id) {
    shelf.put(ANSWERED, answered.stream().map(String::valueOf).collect(Collectors.joining("\n")));
    shelf.remove(TAKEN + id);
  }

  @Override
  public synchronized void settle() {
    strikes.again();
  }

  @Override
  public synchronized List<Update> unanswered() {
    var updates = new ArrayList<Update>();
    for (String key : shelf.keys()) {
      if (key.startsWith(TAKEN)) {
        try {
          reopen(key, updates);
        } catch (RuntimeException e) {
          // The bot has to start: one update is less than all that come.
          LOG.error("The Telegram update in the file {} cannot be read; it is left out", key, e);
        }
      }
    }
    updates.sort(Comparator.comparing(Update::getUpdateId));
    return updates;
  }

  private void reopen(String key, List<Update> into) {
    int id = Integer.parseInt(key.substring(TAKEN.length()));
    String[] page = shelf.get(key).orElse("9\n").split("\n", 2);
    int tries = Integer.parseInt(page[0]);
    try {
      if (answered.contains(id) || tries >= Memory.MOST_TRIES) {
        LOG.info("Telegram update {} is not taken up again", id);
        shelf.remove(key);
        answered.add(id);
        return;
      }
      into.add(json.readValue(page[1], Update.class));
      open.add(id);
      shelf.put(key, (tries + 1) + "\n" + page[1]);
    } catch (JsonProcessingException e) {
      LOG.warn("Telegram update {} was written down by another version; it is left out", id);
      shelf.remove(key);
    }
  }
}
