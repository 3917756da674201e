package rhapsode.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.VMOption;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class SmallHeapTest {
  @Test
  void theRunningJavaIsToldToGiveMemoryBack() {
    SmallHeap.keep();
    var java = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    VMOption most = java.getVMOption("MaxHeapFreeRatio");
    assertNotEquals(VMOption.Origin.DEFAULT, most.getOrigin());
    assertEquals("40", most.getValue());
    assertEquals("20", java.getVMOption("MinHeapFreeRatio").getValue());
  }
}
