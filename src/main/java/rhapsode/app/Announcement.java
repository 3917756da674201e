package rhapsode.app;

import java.util.function.Consumer;
import rhapsode.chat.Noticeboard;
import rhapsode.chat.command.LessonReplies;
import rhapsode.learning.Lesson;

/** Tells moderators what came of a training that nobody asked for. */
record Announcement(Noticeboard noticeboard, LessonReplies replies) implements Consumer<Lesson> {
  @Override
  public void accept(Lesson lesson) {
    if (!(lesson instanceof Lesson.Declined)) {
      noticeboard.post(reader -> replies.of(lesson, reader));
    }
  }
}
