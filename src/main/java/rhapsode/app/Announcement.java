package rhapsode.app;

import java.util.function.Consumer;
import rhapsode.chat.Noticeboard;
import rhapsode.chat.Reply;
import rhapsode.chat.command.Lessons;
import rhapsode.learning.Lesson;
import rhapsode.wording.Wording;

/** Tells moderators what came of a training that nobody asked for. */
record Announcement(Noticeboard noticeboard) implements Consumer<Lesson> {
  @Override
  public void accept(Lesson lesson) {
    if (!(lesson instanceof Lesson.Declined)) {
      noticeboard.post(reader -> Reply.open(Wording.of(reader).say(Lessons.sentence(lesson))));
    }
  }
}
