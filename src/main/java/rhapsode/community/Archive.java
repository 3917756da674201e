package rhapsode.community;

import java.util.List;

/**
 * All poems of a {@link PoemStore} at once, to be carried from one store into another. Durable and
 * thread-safe as that is.
 */
public interface Archive {
  /** Every poem that was not withdrawn, in the order in which they came. */
  List<ArchivedPoem> all();

  /**
   * Adds poems, all or, when this throws, none. Those are left out whose text the same author has
   * given already, and those that their author has withdrawn here.
   */
  Added add(List<ArchivedPoem> poems);

  /**
   * What came of it.
   *
   * @param added how many are new
   * @param known how many were there
   * @param withdrawn how many their authors had taken back
   */
  record Added(int added, int known, int withdrawn) {}
}
