package rhapsode.app.doctor;

import java.lang.management.ManagementFactory;

/**
 * Whether there is memory enough.
 *
 * @param heap bytes that Java may take for objects; networks lie beside it
 * @param all bytes that the machine or the container has
 */
public record MemoryCheck(long heap, long all) implements Check {
  /** Of this process. */
  public static MemoryCheck here() {
    var system =
        ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
    return new MemoryCheck(Runtime.getRuntime().maxMemory(), system.getTotalMemorySize());
  }

  @Override
  public String name() {
    return "memory";
  }

  @Override
  public Finding look() {
    String sentence =
        "%s in all, of which Java's heap may take %s."
            .formatted(Quantity.bytes(all), Quantity.bytes(heap));
    return all >= Quantity.GIGABYTE
        ? Finding.ok(name(), sentence)
        : Finding.warning(
            name(), sentence, "Give the machine or the container 1 GB: a training needs it.");
  }
}
