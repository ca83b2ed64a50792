package io.equivar.core.doctor;

import io.equivar.api.config.Problem;
import io.equivar.core.plugin.LoadedPlugins;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tensorflow.TensorFlow;

/** Looks at everything that a training needs of the machine and the installation. */
public final class Doctor {

  private static final int JAVA_NEEDED = 17;
  private static final long GIBIBYTE = 1L << 30;
  private static final long HEAP_WANTED = GIBIBYTE;
  private static final long MEMORY_WANTED = 4 * GIBIBYTE;
  private static final Path MEMORY_INFORMATION = Path.of("/proc/meminfo");

  private Doctor() {}

  /** Makes all checks. */
  public static List<Finding> examine(LoadedPlugins plugins) {
    List<Finding> findings = new ArrayList<>();
    findings.add(java());
    findings.add(cores());
    findings.add(heap());
    findings.addAll(memory());
    findings.addAll(tensorFlow());
    findings.addAll(plugins(plugins));
    return findings;
  }

  private static Finding java() {
    String detail =
        Runtime.version()
            + " on "
            + System.getProperty("os.name")
            + " "
            + System.getProperty("os.arch");
    return Runtime.version().feature() >= JAVA_NEEDED
        ? Finding.ok("Java", detail)
        : Finding.failed("Java", detail, "Install a JDK of version 17 or newer");
  }

  private static Finding cores() {
    int cores = Runtime.getRuntime().availableProcessors();
    return cores > 1
        ? Finding.ok("Cores", Integer.toString(cores))
        : Finding.note("Cores", "1", "Training is slow on one core; give the machine more");
  }

  private static Finding heap() {
    long heap = Runtime.getRuntime().maxMemory();
    return heap >= HEAP_WANTED
        ? Finding.ok("Java heap", gibibytes(heap))
        : Finding.note("Java heap", gibibytes(heap), "Set EQUIVAR_JAVA_OPTS=-Xmx2g");
  }

  /** TensorFlow's memory lies outside the Java heap. */
  private static List<Finding> memory() {
    if (!Files.isReadable(MEMORY_INFORMATION)) {
      return List.of();
    }
    try {
      return Files.readAllLines(MEMORY_INFORMATION).stream()
          .filter(line -> line.startsWith("MemAvailable:"))
          .map(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
          .map(
              available ->
                  available >= MEMORY_WANTED
                      ? Finding.ok("Free memory", gibibytes(available))
                      : Finding.note(
                          "Free memory",
                          gibibytes(available),
                          "A ResNet-18 at batch 64 takes 3 GiB; lower training.batch-size"))
          .toList();
    } catch (IOException e) {
      return List.of(Finding.note("Free memory", "unknown: " + e.getMessage(), ""));
    }
  }

  private static List<Finding> tensorFlow() {
    List<Finding> findings = new ArrayList<>();
    try {
      findings.add(Finding.ok("TensorFlow", TensorFlow.version()));
      boolean gpu = false;
      for (Devices.Device device : Devices.list()) {
        findings.add(Finding.ok("Device", device.type()));
        gpu |= device.type().equals("GPU");
      }
      if (!gpu) {
        findings.add(GpuSupport.here().reason());
      }
    } catch (LinkageError | RuntimeException e) {
      findings.add(
          Finding.failed(
              "TensorFlow",
              "cannot be loaded: " + e,
              "Its binaries are for Linux on x86-64 and 64-bit Arm and macOS on Arm, with glibc;"
                  + " check that the folder for temporary files is writable and not mounted"
                  + " noexec"));
    }
    return findings;
  }

  private static List<Finding> plugins(LoadedPlugins plugins) {
    List<Finding> findings = new ArrayList<>();
    findings.add(
        Finding.ok("Plugins", plugins.catalog().plugins().size() + " installed and usable"));
    for (Problem problem : plugins.problems()) {
      findings.add(
          Finding.failed("Plugin", problem.toString(), "Until then the program refuses to train"));
    }
    return findings;
  }

  private static String gibibytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f GiB", (double) bytes / GIBIBYTE);
  }
}
