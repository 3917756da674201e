package rhapsode.monitoring;

import java.util.concurrent.CountDownLatch;

/** A bot that is well until a test wants it otherwise. Thread-safe. */
final class FakeBot implements Subject {
  volatile int poemsWaiting = 3;
  volatile String model = "base-2";
  volatile boolean broken;
  volatile CountDownLatch answers = new CountDownLatch(0);

  /** From now on the database says nothing, until it is let. */
  void hangs() {
    answers = new CountDownLatch(1);
  }

  @Override
  public int poemsWaiting() {
    try {
      answers.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    if (broken) {
      throw new IllegalStateException("the disk is full");
    }
    return poemsWaiting;
  }

  @Override
  public Connections connections() {
    return new Connections(1, 3, 2, 4);
  }

  @Override
  public String model() {
    return model;
  }

  @Override
  public int poemsUnderWay() {
    return 5;
  }
}
