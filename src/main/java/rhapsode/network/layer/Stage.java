package rhapsode.network.layer;

/**
 * A layer of ours as the runner of a network sees it: without the objects that DL4J makes for each
 * pass. What a pass returns is memory of the layer, valid until its next pass.
 */
interface Stage {
  /** Runs a window forward; a recurrent layer goes on from its state. */
  Sequence forward(Sequence in, boolean training);

  /**
   * Goes back over the last window run forward in training.
   *
   * @param above the gradient of the loss with respect to what {@link #forward} returned
   * @return the gradient with respect to its input
   */
  Sequence backward(Sequence above);

  /** Says, before a window is learned from, how many updates there were before. */
  default void beforeUpdate(int updates) {
    // Only what is drawn anew for each window depends on it.
  }

  /** Says that the weights were updated by what {@link #backward} found. */
  default void afterUpdate() {
    // Only running statistics are moved by their layer.
  }

  /** Makes the state after the last window the one that the next window goes on from. */
  default void carryState() {
    // Only recurrent layers have a state.
  }

  /** Empties the state of one sequence of the batch. */
  default void emptyState(int lane) {
    // Only recurrent layers have a state.
  }
}
