package rhapsode.app;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.VMOption;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks Java to give memory back that only the start or a training needed. Left alone, it begins
 * with a 64th of the machine's memory and keeps what it ever had, up to a quarter; a manifest
 * cannot hold options, but these can be set while it runs.
 */
final class SmallHeap {
  private static final Logger LOG = LoggerFactory.getLogger(SmallHeap.class);

  /**
   * Bounds of the share, in percent, that is free after a collection, for all collectors; and how
   * often G1 collects, in milliseconds, when nothing else makes it.
   */
  private static final Map<String, String> OPTIONS =
      Map.of(
          "MinHeapFreeRatio", "20",
          "MaxHeapFreeRatio", "40",
          "G1PeriodicGCInterval", "60000");

  private static final int SECONDS_TO_SETTLE = 10;

  private SmallHeap() {}

  /**
   * Sets what the command line does not, and gives back what the start has used up: not at once,
   * since that stands in the way of the first poem for a tenth of a second.
   */
  static void keep() {
    var java = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    if (java != null) {
      OPTIONS.forEach((name, value) -> set(java, name, value));
    }
    CompletableFuture.delayedExecutor(SECONDS_TO_SETTLE, TimeUnit.SECONDS).execute(System::gc);
  }

  private static void set(HotSpotDiagnosticMXBean java, String name, String value) {
    try {
      if (java.getVMOption(name).getOrigin() == VMOption.Origin.DEFAULT) {
        java.setVMOption(name, value);
      }
    } catch (IllegalArgumentException e) {
      LOG.debug("This Java has no option {} that can be set now", name, e);
    }
  }
}
