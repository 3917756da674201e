package rhapsode.chat;

import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rhapsode.chat.InvocationListener.Result;
import rhapsode.logging.LogContext;
import rhapsode.logging.RequestIds;
import rhapsode.wording.Phrase;
import rhapsode.wording.Wording;

/**
 * Brings invocations to their commands: checks permission, options and manners each time, and turns
 * whatever goes wrong into one sentence. Each invocation has an id, under which the log has all
 * that happens for it. Thread-safe.
 */
public final class Router {
  private static final Logger LOG = LoggerFactory.getLogger(Router.class);

  /** Discord's limit of choices. */
  public static final int MOST_SUGGESTIONS = 25;

  private final List<Command> commands;
  private final Manners manners;
  private final InvocationListener listener;
  private final Supplier<String> ids;

  /**
   * Knows these commands, which may be used as often as one likes.
   *
   * @throws IllegalArgumentException if two have the same path
   */
  public Router(List<Command> commands) {
    this(commands, (invocation, cost) -> Optional.empty());
  }

  /**
   * Knows these commands.
   *
   * @param manners how often they may be used
   * @throws IllegalArgumentException if two have the same path
   */
  public Router(List<Command> commands, Manners manners) {
    this(commands, manners, InvocationListener.NONE, new RequestIds(new SecureRandom()));
  }

  /**
   * Knows these commands.
   *
   * @param manners how often they may be used
   * @param listener is told of each invocation
   * @param ids a new one for each invocation
   * @throws IllegalArgumentException if two have the same path
   */
  public Router(
      List<Command> commands, Manners manners, InvocationListener listener, Supplier<String> ids) {
    this.commands = List.copyOf(commands);
    this.manners = manners;
    this.listener = listener;
    this.ids = ids;
    if (descriptions().stream().map(Description::path).distinct().count() < commands.size()) {
      throw new IllegalArgumentException("two commands have the same path");
    }
  }

  /** All commands, in the order of the registry. */
  public List<Description> descriptions() {
    return commands.stream().map(Command::description).toList();
  }

  public Optional<Description> description(String path) {
    return find(path).map(Command::description);
  }

  private Optional<Command> find(String path) {
    return commands.stream()
        .filter(command -> command.description().path().equals(path))
        .findFirst();
  }

  /**
   * Why an invocation would be refused, options that are missing aside: adapters that ask for those
   * look here first, so that nobody writes a poem in vain.
   */
  public Optional<String> objection(Invocation invocation) {
    return refusal(invocation).map(Wording.of(invocation.locale())::say);
  }

  private Optional<Phrase> refusal(Invocation invocation) {
    Optional<Description> command = description(invocation.command());
    if (command.isEmpty()) {
      return Optional.of(unknown(invocation.command()));
    }
    return command.get().audience().includes(invocation.person())
        ? OptionCheck.given(command.get(), invocation.options())
        : Optional.of(Phrase.of(reserved(command.get().audience()), invocation.command()));
  }

  private static String reserved(Audience audience) {
    return audience == Audience.MODERATORS ? "router.moderators" : "router.owners";
  }

  /**
   * What may be meant by an option's value that is being typed, best first.
   *
   * @param soFar with what was given until now
   * @param option its name
   * @param typed its first letters, or letters in it
   * @return at most {@value #MOST_SUGGESTIONS}; none for who may not use the command
   */
  public List<Suggestion> suggestions(Invocation soFar, String option, String typed) {
    Optional<Command> command =
        find(soFar.command()).filter(c -> c.description().audience().includes(soFar.person()));
    Optional<Option> asked = command.flatMap(c -> c.description().option(option));
    if (command.isEmpty() || asked.isEmpty()) {
      return List.of();
    }
    String letters = typed.strip().toLowerCase(Locale.ROOT);
    return command.get().suggestions(soFar, asked.get()).stream()
        .filter(s -> s.label().toLowerCase(Locale.ROOT).contains(letters))
        .sorted(Comparator.comparing(s -> !s.label().toLowerCase(Locale.ROOT).startsWith(letters)))
        .limit(MOST_SUGGESTIONS)
        .toList();
  }

  /**
   * Answers an invocation. Does not wait for long work; a database may be read or written before it
   * returns.
   *
   * @return completes, always normally, when the last word is said
   */
  public CompletableFuture<Void> route(Invocation invocation, Replies replies) {
    LogContext context = LogContext.of(ids.get());
    return context.call(
        () -> answer(invocation, new GuardedReplies(replies, context), told(invocation)));
  }

  /** Is told what came of an invocation. */
  private Consumer<Result> told(Invocation invocation) {
    String platform = invocation.person().platform();
    Optional<Description> command = description(invocation.command());
    Consumer<Result> told = listener.begun(command, platform);
    // What was typed may be anything; only commands that there are get into the log.
    String path = command.map(Description::path).orElse("(unknown)");
    LOG.debug("/{} on {} begins", path, platform);
    return result -> {
      LOG.info("/{} on {}: {}", path, platform, result.name().toLowerCase(Locale.ROOT));
      told.accept(result);
    };
  }

  private CompletableFuture<Void> answer(
      Invocation invocation, Replies replies, Consumer<Result> told) {
    Optional<Command> command = find(invocation.command());
    Optional<Phrase> fault =
        refusal(invocation)
            .or(
                () ->
                    command.flatMap(
                        c -> OptionCheck.missing(c.description(), invocation.options())));
    boolean wrong = command.isEmpty() || fault.isPresent();
    // What is wrong is answered too, and so counts.
    Cost cost = wrong ? Cost.LITTLE : command.get().description().cost();
    Optional<Manners.Refusal> patience = manners.refusal(invocation, cost);
    if (patience.isPresent()) {
      Reply wait = discreet(patience.get().why(), invocation);
      if (patience.get().again()) {
        replies.sayAgain(wait);
      } else {
        replies.say(wait);
      }
      told.accept(Result.THROTTLED);
      return Command.done();
    }
    if (wrong) {
      fault.map(why -> discreet(why, invocation)).ifPresent(replies::say);
      told.accept(Result.REFUSED);
      return Command.done();
    }
    return run(command.get(), invocation, replies, told);
  }

  private static CompletableFuture<Void> run(
      Command command, Invocation invocation, Replies replies, Consumer<Result> told) {
    LogContext context = LogContext.current();
    CompletableFuture<Void> running;
    try {
      running = command.run(invocation, new Arguments(given(command, invocation)), replies);
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      running = CompletableFuture.failedFuture(e);
    }
    return running
        .whenComplete(
            (done, fault) -> context.run(() -> end(command, invocation, replies, fault, told)))
        .exceptionally(fault -> null);
  }

  private static void end(
      Command command,
      Invocation invocation,
      Replies replies,
      @Nullable Throwable fault,
      Consumer<Result> told) {
    if (fault != null) {
      boolean wrapped = fault instanceof CompletionException && fault.getCause() != null;
      LOG.error("/{} failed", command.description().path(), wrapped ? fault.getCause() : fault);
      replies.say(failed(invocation));
    }
    told.accept(fault == null ? Result.ANSWERED : Result.FAILED);
  }

  /** Nothing of the cause, but the id by which whoever runs the bot finds it. */
  private static Reply failed(Invocation invocation) {
    Reply sentence = discreet(Phrase.of("router.failed"), invocation);
    return LogContext.current()
        .request()
        .map(id -> Wording.of(invocation.locale()).say("router.request", id))
        .map(sentence::footed)
        .orElse(sentence);
  }

  private static Reply discreet(Phrase phrase, Invocation invocation) {
    return Reply.discreet(Wording.of(invocation.locale()).say(phrase));
  }

  private static Map<String, String> given(Command command, Invocation invocation) {
    var given = new HashMap<String, String>();
    for (Option option : command.description().options()) {
      String value = invocation.options().getOrDefault(option.name(), "");
      if (!value.isBlank()) {
        given.put(option.name(), OptionCheck.meaning(option, value));
      }
    }
    return given;
  }

  private Phrase unknown(String path) {
    List<Description> below =
        descriptions().stream()
            .filter(d -> d.surface() == Surface.TYPED)
            .filter(d -> d.path().startsWith(path + " "))
            .toList();
    if (!below.isEmpty()) {
      return Phrase.of(
          "router.base",
          path,
          below.stream().map(d -> "/" + d.path()).collect(Collectors.joining(", ")));
    }
    String typed = Nearest.shortened(path);
    return Nearest.to(path, descriptions().stream().map(Description::path).toList())
        .map(near -> Phrase.of("router.unknown-near", typed, near))
        .orElseGet(() -> Phrase.of("router.unknown", typed));
  }
}
