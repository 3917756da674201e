package rhapsode.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import rhapsode.poem.Form;
import rhapsode.poet.Commission;
import rhapsode.poet.Poet;

/** Lets a poet write what the protocol asks. */
public final class Trial {
  private Trial() {}

  /**
   * The poems of one form, in the protocol's order; each is asked for when the one before is done.
   *
   * @param progress is told how many are done, after each
   */
  public static List<Exhibit> of(Poet poet, Form form, Protocol protocol, IntConsumer progress) {
    var poems = new ArrayList<Exhibit>();
    for (Commission commission : protocol.commissions(form)) {
      poems.add(Exhibit.of(commission, poet.write(commission).join()));
      progress.accept(poems.size());
    }
    return poems;
  }
}
