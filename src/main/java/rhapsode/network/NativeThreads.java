package rhapsode.network;

import org.nd4j.linalg.factory.Nd4j;
import rhapsode.network.layer.ThreadTeam;

/** How many threads a network uses. */
public final class NativeThreads {
  private NativeThreads() {}

  /**
   * What suits most machines: a thread a processor, up to eight, since more have too little work
   * between two waits for each other.
   */
  public static int usual() {
    return ThreadTeam.USUAL_SIZE;
  }

  /**
   * Sets it for the whole process. Left alone, the libraries take what OMP_NUM_THREADS or their own
   * count of processors says, which on a busy or limited machine is often far too many.
   *
   * @param threads at least 1
   */
  public static void use(int threads) {
    Nd4j.getEnvironment().setMaxThreads(threads);
    ThreadTeam.resize(threads);
  }
}
