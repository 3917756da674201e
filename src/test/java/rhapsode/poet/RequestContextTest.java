package rhapsode.poet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import rhapsode.language.LineOrder;
import rhapsode.logging.LogContext;
import rhapsode.poem.Form;
import rhapsode.poem.Forms;
import rhapsode.prosody.Prosody;
import rhapsode.testing.FakeLanguageModel;
import rhapsode.testing.SettableClock;

/** Poems take turns on one thread, and each line is logged for whom it is written. */
class RequestContextTest {
  private static final List<String> WORDS =
      List.of("we see the sea, the tree, the free, the bee; they go below the snow and know");

  private final Queue<Runnable> thread = new ArrayDeque<>();
  private final ModelPoet poet =
      new ModelPoet(
          Repertoire.of(new FakeLanguageModel(WORDS, LineOrder.BACKWARD)),
          Prosody.load(),
          thread::add,
          new SettableClock(),
          () -> 1);
  private final Map<String, Optional<String>> ended = new ConcurrentHashMap<>();

  private void asks(String request, String form) {
    Form asked = Forms.load().named(form).orElseThrow();
    var commission = new Commission("sea", asked, 0.8, Optional.empty(), OptionalLong.of(1));
    LogContext.of(request)
        .run(
            () ->
                poet.write(commission)
                    .whenComplete(
                        (poem, no) -> ended.put(request, LogContext.current().request())));
  }

  @Test
  void whatFollowsAPoemIsDoneForWhomItWasWritten() {
    asks("long", "free");
    asks("short", "haiku");
    while (!thread.isEmpty()) {
      thread.remove().run();
      assertEquals(Optional.empty(), LogContext.current().request());
    }
    assertTrue(ended.size() == 2, ended.toString());
    assertEquals(Map.of("long", Optional.of("long"), "short", Optional.of("short")), ended);
  }
}
