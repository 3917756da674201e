package rhapsode.app;

import rhapsode.community.Moderation;
import rhapsode.learning.Stage;
import rhapsode.monitoring.Subject;
import rhapsode.poet.Poet;
import rhapsode.store.Database;

/** What monitoring asks of the bot. Thread-safe. */
record Watched(Moderation moderation, Database database, Stage stage, Poet poet)
    implements Subject {
  @Override
  public int poemsWaiting() {
    return moderation.waiting();
  }

  @Override
  public Connections connections() {
    Database.Connections now = database.connections();
    return new Connections(now.active(), now.idle(), now.waiting(), now.most());
  }

  @Override
  public String model() {
    return stage.current();
  }

  @Override
  public int poemsUnderWay() {
    return poet.waiting();
  }
}
