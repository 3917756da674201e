package rhapsode.network;

/** Listens and says nothing. */
final class Silent implements TrainingListener {
  @Override
  public void step(Moment moment) {}

  @Override
  public void epoch(int number, Epoch epoch) {}
}
