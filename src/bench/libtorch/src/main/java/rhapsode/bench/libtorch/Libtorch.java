package rhapsode.bench.libtorch;

import static org.bytedeco.pytorch.global.torch.globalContext;

import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Context;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** Process-wide settings of libtorch, and small things that its Java mapping lacks. */
final class Libtorch {
  private Libtorch() {}

  /**
   * Says how JavaCPP loads its libraries; it reads these properties when its first class loads.
   *
   * @param folder another build of the same libtorch to load instead, or null
   */
  static void prepareLoading(Path folder) {
    // Every native object here is freed by its scope: the collector has nothing to watch for.
    System.setProperty("org.bytedeco.javacpp.nopointergc", "true");
    System.setProperty("org.bytedeco.javacpp.maxphysicalbytes", "0");
    System.setProperty("org.bytedeco.javacpp.maxbytes", "0");
    if (folder == null) {
      return;
    }
    if (!Files.isRegularFile(folder.resolve(System.mapLibraryName("torch_cpu")))) {
      throw new IllegalArgumentException("The folder " + folder + " holds no libtorch.");
    }
    System.setProperty("org.bytedeco.javacpp.pathsFirst", "true");
    System.setProperty("java.library.path", folder.toString());
    // JavaCPP links what it finds into its cache, where the usual build must not meet it.
    System.setProperty("org.bytedeco.javacpp.cachedir", folder.resolve("cache").toString());
  }

  static void prepare(Arguments arguments, boolean oneDnn) {
    torch.set_num_threads(arguments.count("threads", 1));
    torch.set_num_interop_threads(1);
    Context.setFlushDenormal(arguments.flag("flush", true));
    globalContext().setUserEnabledMkldnn(arguments.flag("onednn", oneDnn));
    torch.manual_seed(arguments.seed());
    // The build settings after the first lines are long and say nothing about speed.
    torch
        .show_config()
        .getString()
        .lines()
        .filter(line -> !line.contains("Build settings"))
        .forEach(System.err::println);
  }

  /** Zeros that outlive the scope they are made in. */
  static Tensor zeros(long... shape) {
    try (var scope = new PointerScope()) {
      return kept(torch.zeros(shape));
    }
  }

  /** Word ids, all zero, that outlive the scope they are made in. */
  static Tensor ids(long... shape) {
    try (var scope = new PointerScope()) {
      return kept(torch.zeros(shape).to(torch.ScalarType.Long));
    }
  }

  static void write(Tensor ids, long[] values) {
    try (LongPointer data = ids.data_ptr_long()) {
      data.put(values, 0, values.length);
    }
  }

  private static Tensor kept(Tensor tensor) {
    tensor.retainReference();
    return tensor;
  }
}
