package rhapsode.chat.command;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rhapsode.card.CardText;
import rhapsode.chat.Button;
import rhapsode.chat.Invocation;
import rhapsode.chat.Replies;
import rhapsode.chat.Reply;
import rhapsode.community.Anthology;
import rhapsode.community.Author;
import rhapsode.community.SubmittedPoem;
import rhapsode.community.WrittenPoem;
import rhapsode.learning.School;
import rhapsode.poem.Finding;
import rhapsode.poem.Form;
import rhapsode.poem.Forms;
import rhapsode.poem.Line;
import rhapsode.poem.Poem;
import rhapsode.poem.ProofText;
import rhapsode.poem.Prover;
import rhapsode.poet.Commission;
import rhapsode.poet.Moods;
import rhapsode.poet.Outcome;
import rhapsode.poet.Poet;
import rhapsode.wording.Phrase;
import rhapsode.wording.Wording;

/** Has poems written for people, keeps them, and shows them with what can be done with them. */
final class Writing {
  private static final Logger LOG = LoggerFactory.getLogger(Writing.class);

  /** Poems before one's own of which one wants to be told. */
  private static final int BUSY = 3;

  private final Poet poet;
  private final Forms forms;
  private final Moods moods;
  private final Prover prover;
  private final Anthology anthology;
  private final School school;
  private final boolean drawing;
  private final InstantSource clock;

  Writing(
      Poet poet,
      Forms forms,
      Moods moods,
      Prover prover,
      Anthology anthology,
      School school,
      boolean drawing,
      InstantSource clock) {
    this.poet = poet;
    this.forms = forms;
    this.moods = moods;
    this.prover = prover;
    this.anthology = anthology;
    this.school = school;
    this.drawing = drawing;
    this.clock = clock;
  }

  Forms forms() {
    return forms;
  }

  Moods moods() {
    return moods;
  }

  Anthology anthology() {
    return anthology;
  }

  /**
   * Writes a poem and says it.
   *
   * @param proof whether how its lines keep the form is shown below
   */
  CompletableFuture<Void> write(
      Invocation invocation, WrittenPoem.Request request, boolean proof, Replies replies) {
    int waiting = poet.waiting();
    if (waiting >= BUSY) {
      replies.progress(0, Wording.of(invocation.locale()).say("busy", waiting));
    }
    var commission =
        new Commission(
            request.seed(),
            form(request.form()),
            request.temperature(),
            moods.named(request.mood()),
            OptionalLong.empty());
    return poet.write(commission)
        .thenAccept(outcome -> replies.say(reply(invocation, request, outcome, proof)));
  }

  private Form form(String asked) {
    if (asked.isEmpty()) {
      return forms.standard();
    }
    if (forms.find(asked) instanceof Finding.Found found) {
      return found.form();
    }
    throw new IllegalArgumentException("form " + asked + " was not checked");
  }

  private Reply reply(
      Invocation invocation, WrittenPoem.Request request, Outcome outcome, boolean proof) {
    Wording wording = Wording.of(invocation.locale());
    if (outcome instanceof Outcome.Declined declined) {
      return Reply.discreet(wording.say(declined.sentence()));
    }
    Poem poem = ((Outcome.Written) outcome).poem();
    Optional<WrittenPoem> kept = kept(invocation, request, poem);
    String shown = proof ? poem.text() + "\n\n" + proof(poem, invocation.locale()) : poem.text();
    String form = poem.form().name();
    Phrase footer =
        kept.map(written -> Phrase.of("poem.footer-number", form, poem.model(), written.id()))
            .orElseGet(() -> Phrase.of("poem.footer", form, poem.model()));
    Phrase told = poem.proof().holds() ? footer : Phrase.of("poem.imperfect", footer);
    List<Button> buttons =
        kept.map(written -> buttons(written.id(), 0, invocation.locale())).orElse(List.of());
    return Reply.open(shown).footed(wording.say(told)).with(buttons);
  }

  /** A poem that cannot be kept is shown all the same, with nothing to press. */
  private Optional<WrittenPoem> kept(
      Invocation invocation, WrittenPoem.Request request, Poem poem) {
    Author asker = invocation.person().author();
    try {
      return Optional.of(
          anthology.keep(
              asker, invocation.community(), request, poem.text(), poem.model(), clock.instant()));
    } catch (RuntimeException e) {
      LOG.warn("A poem was written but could not be kept", e);
      return Optional.empty();
    }
  }

  /** A kept poem as it is shown now. */
  Reply show(WrittenPoem poem, Locale reader) {
    String footer =
        Wording.of(reader)
            .say("poem.footer-number", form(poem.request().form()).name(), poem.model(), poem.id());
    int likes = anthology.likes(poem.id());
    return Reply.open(poem.text()).footed(footer).with(buttons(poem.id(), likes, reader));
  }

  private List<Button> buttons(long id, int likes, Locale reader) {
    Wording wording = Wording.of(reader);
    String number = String.valueOf(id);
    var buttons = new ArrayList<Button>();
    buttons.add(new Button(wording.say("button.another"), "another", number));
    String like = likes == 0 ? wording.say("button.like") : wording.say("button.liked", likes);
    buttons.add(new Button(like, "like", number));
    buttons.add(new Button(wording.say("button.proof"), "proof", number));
    if (drawing) {
      buttons.add(new Button(wording.say("button.picture"), "picture", number));
    }
    buttons.add(new Button(wording.say("button.delete"), "erase", number));
    return buttons;
  }

  /** What stands on the card of a kept poem. */
  CardText card(WrittenPoem poem) {
    List<List<String>> stanzas =
        Stream.of(poem.text().split("\n\n")).map(stanza -> stanza.lines().toList()).toList();
    WrittenPoem.Request request = poem.request();
    return new CardText(request.seed(), form(request.form()).name(), poem.model(), stanzas);
  }

  /** How the lines of a kept poem keep its form, and which poem it owes most to. */
  String proof(WrittenPoem poem, Locale reader) {
    WrittenPoem.Request request = poem.request();
    Form form = form(request.form());
    List<Line> lines = poem.text().lines().filter(line -> !line.isBlank()).map(Line::new).toList();
    Form kept = form.spelling(request.seed()).orElse(form);
    return ProofText.of(prover.prove(kept, lines), reader)
        + closest(poem.text(), poem.model(), reader);
  }

  private String proof(Poem poem, Locale reader) {
    return ProofText.of(poem.proof(), reader) + closest(poem.text(), poem.model(), reader);
  }

  private String closest(String text, String model, Locale reader) {
    return school
        .closest(text, model)
        .map(source -> "\n" + Wording.of(reader).say(named(source)))
        .orElse("");
  }

  private static Phrase named(SubmittedPoem poem) {
    return poem.title().isEmpty()
        ? Phrase.of("poem.closest", poem.id())
        : Phrase.of("poem.closest-title", poem.id(), poem.title());
  }
}
