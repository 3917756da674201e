package rhapsode.chat.command;

import java.util.List;
import rhapsode.chat.Button;
import rhapsode.chat.Command;
import rhapsode.chat.Description;
import rhapsode.chat.Invocation;
import rhapsode.chat.Option;
import rhapsode.chat.Reply;
import rhapsode.community.Author;
import rhapsode.community.MyData;
import rhapsode.community.PersonalData;
import rhapsode.wording.Phrase;
import rhapsode.wording.Wording;

/** {@code /mydata}: what is stored about somebody, for them to have and to erase. */
final class MyDataCommands {
  private static final String CONFIRM = "mydata confirm";
  private static final int LONGEST_ID = 40;

  private MyDataCommands() {}

  /** All three. */
  static List<Command> all(MyData data) {
    return List.of(export(data), delete(data), confirm(data));
  }

  private static Command export(MyData data) {
    return new PlainCommand(
        Description.discreet("mydata export"),
        (invocation, arguments, replies) -> {
          Author person = invocation.person().author();
          PersonalData stored = data.of(person);
          Reply reply = discreet(invocation, told("mydata.stored", stored));
          replies.say(reply.with(DataDocument.of(person, stored, data.now())));
        });
  }

  private static Command delete(MyData data) {
    return new PlainCommand(
        Description.discreet("mydata delete"),
        (invocation, arguments, replies) -> {
          PersonalData stored = data.of(invocation.person().author());
          if (stored.isEmpty()) {
            replies.say(discreet(invocation, Phrase.of("mydata.none")));
            return;
          }
          String id = invocation.person().id();
          Phrase question = Phrase.of("mydata.ask", told("mydata.stored", stored), id);
          String label = Wording.of(invocation.locale()).say("button.erase-all");
          replies.say(discreet(invocation, question).with(List.of(new Button(label, CONFIRM, id))));
        });
  }

  /** The button knows whom it asked, so that nobody erases their own by pressing another's. */
  private static Command confirm(MyData data) {
    return new PlainCommand(
        Description.pressed(CONFIRM, Option.text("who", true, LONGEST_ID)).discreetly(),
        (invocation, arguments, replies) -> {
          if (!arguments.text("who").strip().equals(invocation.person().id())) {
            replies.say(discreet(invocation, Phrase.of("mydata.others")));
            return;
          }
          boolean erased = data.erase(invocation.person().author());
          replies.replace(
              discreet(invocation, Phrase.of(erased ? "mydata.erased" : "mydata.none")));
        });
  }

  private static Phrase told(String key, PersonalData data) {
    return Phrase.of(key, data.given().size(), data.written().size(), data.likesInAll());
  }

  private static Reply discreet(Invocation invocation, Phrase phrase) {
    return Reply.discreet(Wording.of(invocation.locale()).say(phrase));
  }
}
