package rhapsode.telegram;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.AnswerInlineQuery;
import org.telegram.telegrambots.meta.api.methods.ParseMode;
import org.telegram.telegrambots.meta.api.objects.inlinequery.inputmessagecontent.InputTextMessageContent;
import org.telegram.telegrambots.meta.api.objects.inlinequery.result.InlineQueryResult;
import org.telegram.telegrambots.meta.api.objects.inlinequery.result.InlineQueryResultArticle;
import org.telegram.telegrambots.meta.api.objects.inlinequery.result.InlineQueryResultsButton;
import rhapsode.chat.Option;
import rhapsode.chat.Replies;
import rhapsode.chat.Reply;
import rhapsode.chat.Router;
import rhapsode.wording.Wording;

/**
 * Offers poems in three forms to who types {@code @bot moonlight} in any chat. Telegram waits ten
 * seconds at most; what is not written by then is left out. A query that was typed over is not
 * written for. Thread-safe.
 */
final class InlinePoems {
  /** Telegram's limit of results. */
  static final int MOST_RESULTS = 50;

  /** Telegram forgets a query after ten; two are for the way. */
  private static final int SECONDS_TO_WRITE = 8;

  private static final int MILLIS_TO_TYPE_ON = 400;
  private static final int SECONDS_TO_CACHE = 10;
  private static final int SHOWN = 100;
  private static final List<String> FORMS = List.of("quatrain", "haiku", "couplets");
  private static final Logger LOG = LoggerFactory.getLogger(InlinePoems.class);

  private final Line line;
  private final Router router;
  private final List<String> forms;
  private final Map<Long, String> latest = new ConcurrentHashMap<>();

  InlinePoems(Line line, Router router) {
    this.line = line;
    this.router = router;
    List<String> known =
        router
            .description("poem")
            .flatMap(command -> command.option("form"))
            .map(Option::choices)
            .orElse(List.of());
    this.forms =
        Stream.concat(FORMS.stream().filter(known::contains), known.stream())
            .distinct()
            .limit(FORMS.size())
            .toList();
  }

  /** Completes when it is answered, or given up. */
  CompletableFuture<?> answer(Event.Typing typing) {
    if (typing.text().isEmpty()) {
      return send(typing, List.of());
    }
    long user = typing.scene().user();
    latest.put(user, typing.query());
    var settled = new CompletableFuture<Void>();
    line.timer().schedule(() -> settled.complete(null), MILLIS_TO_TYPE_ON, TimeUnit.MILLISECONDS);
    return settled.thenCompose(
        done ->
            latest.remove(user, typing.query())
                ? write(typing)
                : CompletableFuture.completedFuture(null));
  }

  private CompletableFuture<?> write(Event.Typing typing) {
    List<Heard> poems = forms.stream().map(form -> write(typing, form)).toList();
    var all =
        CompletableFuture.allOf(poems.stream().map(p -> p.done).toArray(CompletableFuture[]::new));
    return all.completeOnTimeout(null, SECONDS_TO_WRITE, TimeUnit.SECONDS)
        .thenCompose(
            done -> {
              var results = new ArrayList<InlineQueryResult>();
              poems.forEach(poem -> poem.result(line.names()).ifPresent(results::add));
              return send(typing, results);
            });
  }

  private Heard write(Event.Typing typing, String form) {
    var heard = new Heard(form);
    router
        .route(
            typing.scene().invocation("poem", Map.of("seed", typing.text(), "form", form)), heard)
        .whenComplete((done, thrown) -> heard.done.complete(null));
    return heard;
  }

  /** What the command says, kept to be offered. */
  private static final class Heard implements Replies {
    private final String form;
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private volatile Optional<Reply> reply = Optional.empty();

    private Heard(String form) {
      this.form = form;
    }

    @Override
    public void say(Reply said) {
      if (!said.discreet() && reply.isEmpty()) {
        reply = Optional.of(said);
      }
    }

    @Override
    public void progress(double fraction, String text) {}

    private Optional<InlineQueryResult> result(Names names) {
      return reply.map(
          poem -> {
            Rendered text = Rendered.of(poem, names, Texts.LONGEST_TEXT).get(0);
            String lines = poem.text().replace('\n', ' ');
            return InlineQueryResultArticle.builder()
                .id(form)
                .title(form)
                .description(Texts.beginning(lines, SHOWN))
                .inputMessageContent(
                    InputTextMessageContent.builder()
                        .messageText(text.html())
                        .parseMode(ParseMode.HTML)
                        .build())
                .build();
          });
    }
  }

  private CompletableFuture<?> send(Event.Typing typing, List<InlineQueryResult> results) {
    AnswerInlineQuery answer =
        AnswerInlineQuery.builder()
            .inlineQueryId(typing.query())
            .results(results)
            .isPersonal(true)
            .cacheTime(SECONDS_TO_CACHE)
            .build();
    if (results.isEmpty()) {
      answer.setButton(
          InlineQueryResultsButton.builder()
              .text(Wording.of(typing.scene().locale()).say("telegram.inline"))
              .startParameter("inline")
              .build());
    }
    return line.api()
        .call(answer)
        .exceptionally(
            thrown -> {
              LOG.debug("An inline query was not answered: {}", Failure.of(thrown).sentence());
              return false;
            });
  }
}
