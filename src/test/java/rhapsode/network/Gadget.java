package rhapsode.network;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import org.nd4j.linalg.schedule.ISchedule;

/**
 * What somebody would like to have made by a model file: a class that acts as soon as it is made or
 * deserialised. Here it only tells that it was.
 */
public final class Gadget implements ISchedule {
  private static final long serialVersionUID = 1L;
  private static boolean woken;

  /** Wakes. */
  public Gadget() {
    wake();
  }

  private static void wake() {
    woken = true;
  }

  static boolean woke() {
    return woken;
  }

  static void forget() {
    woken = false;
  }

  static byte[] serialised() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new ObjectOutputStream(bytes)) {
      out.writeObject(new Gadget());
    }
    forget();
    return bytes.toByteArray();
  }

  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    in.defaultReadObject();
    wake();
  }

  /** A setting, as DL4J's JSON has one for {@link PacedRate}. */
  public void setRate(double rate) {
    wake();
  }

  @Override
  public double valueAt(int iteration, int epoch) {
    return 0;
  }

  @Override
  public ISchedule clone() {
    return new Gadget();
  }
}
