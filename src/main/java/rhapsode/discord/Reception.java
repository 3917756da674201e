package rhapsode.discord;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import net.dv8tion.jda.api.entities.channel.middleman.MessageChannel;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.AutoCompleteQuery;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.CommandInteractionPayload;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.requests.RestAction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rhapsode.chat.Button;
import rhapsode.chat.Description;
import rhapsode.chat.Invocation;
import rhapsode.chat.Router;
import rhapsode.chat.Suggestion;

/**
 * Takes interactions in: acknowledges each at once and exactly once, on the thread it comes by, and
 * hands the rest over. Thread-safe.
 */
final class Reception extends ListenerAdapter {
  private static final Logger LOG = LoggerFactory.getLogger(Reception.class);

  /** Discord lets a token live for 15 minutes; what is sent in the last of them may be late. */
  private static final Duration TOKEN = Duration.ofMinutes(15).minusSeconds(15);

  private final Router router;
  private final DiscordSettings settings;
  private final InstantSource clock;
  private final Executor workers;
  private final UnderWay underWay;
  private final Seen seen = new Seen();

  Reception(
      Router router,
      DiscordSettings settings,
      InstantSource clock,
      Executor workers,
      UnderWay underWay) {
    this.router = router;
    this.settings = settings;
    this.clock = clock;
    this.workers = workers;
    this.underWay = underWay;
  }

  @Override
  public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
    if (!admits(event)) {
      return;
    }
    Asker asker = asker(event);
    Invocation invocation = asker.invocation(event.getFullCommandName(), options(event));
    Optional<Description> description = router.description(invocation.command());
    boolean refused = router.objection(invocation).isPresent();
    if (!refused && description.filter(QuestionModal::isNeeded).isPresent()) {
      event
          .replyModal(QuestionModal.of(description.get(), asker.locale()))
          .queue(opened -> {}, Reception::lost);
      return;
    }
    answer(event, invocation, refused || description.filter(Description::discreet).isPresent());
  }

  @Override
  public void onModalInteraction(ModalInteractionEvent event) {
    if (!admits(event)) {
      return;
    }
    Asker asker = asker(event);
    Optional<Description> description =
        router.description(event.getModalId()).filter(QuestionModal::isNeeded);
    if (description.isEmpty()) {
      tell(event, asker.told("button.dead"));
      return;
    }
    Map<String, String> options = QuestionModal.options(description.get(), event.getValues());
    Invocation invocation = asker.invocation(description.get().path(), options);
    boolean refused = router.objection(invocation).isPresent();
    answer(event, invocation, refused || description.get().discreet());
  }

  @Override
  public void onButtonInteraction(ButtonInteractionEvent event) {
    if (!admits(event)) {
      return;
    }
    Asker asker = asker(event);
    Optional<Invocation> pressed =
        Button.pressed(
            event.getComponentId(), asker.person(), asker.community(), asker.locale(), router);
    if (pressed.isEmpty()) {
      tell(event, asker.told("button.dead"));
      return;
    }
    boolean discreet =
        router.description(pressed.get().command()).filter(Description::discreet).isPresent();
    Mailbox mailbox = mailbox(event.getHook(), event.getMessageChannel(), event);
    var replies = DiscordReplies.pressed(mailbox, event.getMessageId(), discreet);
    answer(event, event.deferEdit(), pressed.get(), replies);
  }

  @Override
  public void onCommandAutoCompleteInteraction(CommandAutoCompleteInteractionEvent event) {
    if (underWay.closing() || !seen.isNew(event.getIdLong())) {
      return;
    }
    AutoCompleteQuery typed = event.getFocusedOption();
    Map<String, String> others = options(event);
    others.remove(typed.getName());
    Invocation soFar = asker(event).invocation(event.getFullCommandName(), others);
    workers.execute(
        () -> {
          List<Suggestion> found = router.suggestions(soFar, typed.getName(), typed.getValue());
          event.replyChoices(choices(typed, found)).queue(sent -> {}, Reception::lost);
        });
  }

  /** Whether it is new, and there is time to answer it. */
  private boolean admits(IReplyCallback event) {
    if (!seen.isNew(event.getIdLong())) {
      return false;
    }
    if (underWay.closing()) {
      tellOfTheEnd(event);
      return false;
    }
    return true;
  }

  private void tellOfTheEnd(IReplyCallback event) {
    tell(event, asker(event).told("closing"));
  }

  private Asker asker(Interaction event) {
    return Asker.of(event, settings.staff());
  }

  private static void tell(IReplyCallback event, String sentence) {
    event.reply(Letters.of(sentence)).setEphemeral(true).queue(told -> {}, Reception::lost);
  }

  /** Who sees the answer is settled here. */
  private void answer(IReplyCallback event, Invocation invocation, boolean ephemeral) {
    Mailbox mailbox = mailbox(event.getHook(), event.getMessageChannel(), event);
    var replies = DiscordReplies.awaited(mailbox, ephemeral);
    answer(event, event.deferReply(ephemeral), invocation, replies);
  }

  /**
   * The command runs once Discord knows that it is answered: a poem must not be stored for somebody
   * who is told that it failed. It is waited for already before.
   */
  private void answer(
      IReplyCallback event,
      RestAction<?> acknowledgement,
      Invocation invocation,
      DiscordReplies replies) {
    var answered = new CompletableFuture<Void>();
    if (!underWay.add(answered)) {
      tellOfTheEnd(event);
      return;
    }
    acknowledgement.queue(
        hook -> handOver(invocation, replies, answered),
        fault -> {
          lost(fault);
          answered.complete(null);
        });
  }

  private Mailbox mailbox(InteractionHook hook, MessageChannel channel, Interaction event) {
    long user = event.getUser().getIdLong();
    return new Mailbox(hook, channel, user, clock.instant().plus(TOKEN), clock);
  }

  private void handOver(
      Invocation invocation, DiscordReplies replies, CompletableFuture<Void> answered) {
    workers.execute(
        () ->
            router
                .route(invocation, replies)
                .thenCompose(said -> replies.end())
                .whenComplete((sent, fault) -> answered.complete(null)));
  }

  private static void lost(Throwable fault) {
    LOG.warn("Discord: an interaction could not be acknowledged: {}", fault.toString());
  }

  private static Map<String, String> options(CommandInteractionPayload event) {
    var options = new HashMap<String, String>();
    for (OptionMapping option : event.getOptions()) {
      options.put(option.getName(), option.getAsString());
    }
    return options;
  }

  private static List<Command.Choice> choices(AutoCompleteQuery typed, List<Suggestion> found) {
    return found.stream()
        .map(suggestion -> choice(typed, suggestion))
        .flatMap(Optional::stream)
        .limit(OptionData.MAX_CHOICES)
        .toList();
  }

  /** Empty if the value is none that Discord could give back. */
  private static Optional<Command.Choice> choice(AutoCompleteQuery typed, Suggestion suggestion) {
    String label = Letters.shortened(suggestion.label(), OptionData.MAX_CHOICE_NAME_LENGTH);
    String value = suggestion.value();
    try {
      return Optional.of(
          switch (typed.getType()) {
            case INTEGER -> new Command.Choice(label, Long.parseLong(value));
            case NUMBER -> new Command.Choice(label, Double.parseDouble(value));
            default -> new Command.Choice(label, value);
          });
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
