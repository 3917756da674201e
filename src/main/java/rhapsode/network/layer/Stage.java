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
}
