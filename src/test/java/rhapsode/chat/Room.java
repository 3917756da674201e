package rhapsode.chat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import rhapsode.community.Conditions;
import rhapsode.community.KnownVerse;
import rhapsode.community.Moderation;
import rhapsode.community.PoemText;
import rhapsode.community.RefusedWords;
import rhapsode.community.Submissions;
import rhapsode.community.SubmittedPoem;
import rhapsode.discord.DiscordPages;
import rhapsode.learning.Lesson;
import rhapsode.telegram.TelegramPages;
import rhapsode.testing.Community;
import rhapsode.testing.Fakes;
import rhapsode.testing.InMemoryPoemStore;
import rhapsode.testing.SettableClock;
import rhapsode.wording.Phrase;
import rhapsode.wording.Wording;

/**
 * A place with all commands, in memory, that looks after every step whether what has to hold still
 * does: one last word that every platform takes and that tells nothing of the inside, and nothing
 * stored or changed that must not be. Not thread-safe.
 */
final class Room {
  private static final RefusedWords REFUSED = RefusedWords.of(List.of("moonshine"));

  /** What no user should read; none of it is in what the steps are made of. */
  private static final Pattern INSIDE =
      Pattern.compile("Exception|java\\.|rhapsode\\.[a-z]+\\.|secret details|Optional\\[");

  private final InMemoryPoemStore store = new InMemoryPoemStore();
  private final SettableClock clock = new SettableClock();
  private final Router router;
  private final CommandLineParser parser;
  private final TelegramPages telegram;
  private final List<Reply> said = new ArrayList<>();
  private int last;

  Room(Random random) {
    var conditions = new Conditions(REFUSED, KnownVerse.NONE, Conditions.NONE.precedents(), 20);
    var standings = store.standings();
    var submissions = new Submissions(store, standings, random.nextBoolean(), clock, conditions);
    var moderation = new Moderation(store, standings, clock);
    List<Command> commands =
        Fakes.commands(
            new Fakes.FakePoet(),
            new Community(store, submissions, moderation, new Noticeboard()),
            new Fakes.FakeSchool(new Lesson.Declined(Phrase.of("retrain.busy"))));
    var limits = new RateLimits(new RateLimits.Limits(6, 3, 30, 20), clock);
    router = random.nextInt(8) == 0 ? new Router(commands, limits) : new Router(commands);
    parser = new CommandLineParser(router.descriptions());
    telegram = new TelegramPages(router.descriptions());
  }

  List<Description> descriptions() {
    return router.descriptions();
  }

  void takes(Step step) {
    List<SubmittedPoem> before = store.all();
    said.clear();
    last = 0;
    clock.tick(Duration.ofSeconds(1));
    switch (step.kind()) {
      case TYPED -> {
        CommandLineParser.Typed typed = parser.parse(step.text());
        answered(step, typed.path(), typed.options());
      }
      case FILLED -> answered(step, step.text(), step.options());
      case PRESSED ->
          Button.pressed(step.text(), step.who(), "here", step.locale(), router)
              .ifPresent(pressed -> answered(step, pressed.command(), pressed.options()));
      case COMPLETED -> completed(step);
    }
    kept(step, before);
  }

  private void answered(Step step, String path, Map<String, String> options) {
    var invocation = new Invocation(step.who(), "here", path, options, step.locale());
    router.route(invocation, new Ears()).join();
    check(last == 1, last + " last words to " + invocation);
    for (Reply reply : said) {
      String text = reply.text() + reply.footer();
      check(!INSIDE.matcher(text).find(), "tells of the inside: " + text);
      check(!text.isBlank(), "says nothing");
      DiscordPages.of(reply);
      telegram.of(reply);
      boolean failed = reply.text().equals(Wording.of(step.locale()).say("router.failed"));
      check(!failed || isToCrash(options), "failed: " + invocation);
    }
  }

  /** Whether it is a wish that the fake poet fails on; what it wrote before may be written anew. */
  private static boolean isToCrash(Map<String, String> options) {
    return options.getOrDefault("seed", "").equals("crash");
  }

  private void completed(Step step) {
    var invocation = new Invocation(step.who(), "here", step.text(), step.options(), step.locale());
    step.options()
        .forEach(
            (name, typed) -> {
              List<Suggestion> found = router.suggestions(invocation, name, typed);
              check(found.size() <= Router.MOST_SUGGESTIONS, "too many suggestions");
            });
  }

  private void kept(Step step, List<SubmittedPoem> before) {
    List<SubmittedPoem> now = store.all();
    for (SubmittedPoem poem : now.subList(before.size(), now.size())) {
      String thanks = Wording.of(step.locale()).say("submit.thanks", poem.id(), "");
      String start = thanks.substring(0, Math.min(10, thanks.length()));
      check(said.get(0).text().startsWith(start), "stored, but said " + said);
      check(poem.author().isSamePerson(step.who().author()), "stored for another");
      check(poem.text().equals(PoemText.clean(poem.text())), "stored unclean");
      check(!REFUSED.standIn(poem.title() + "\n" + poem.text()), "stored though refused");
      check(poem.consent().training() || poem.consent().display(), "stored without consent");
    }
    for (int i = 0; i < before.size() && step.who().rank() == Rank.MEMBER; i++) {
      boolean own = before.get(i).author().isSamePerson(step.who().author());
      check(own || before.get(i).equals(now.get(i)), "changed another's poem");
    }
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }

  /** Hears everything; progress is no last word, and neither is taking a message away. */
  private final class Ears implements Replies {
    @Override
    public void say(Reply reply) {
      said.add(reply);
      last++;
    }

    @Override
    public void progress(double fraction, String text) {
      check(!text.isBlank() && !text.toLowerCase(Locale.ROOT).contains("exception"), text);
    }
  }
}
