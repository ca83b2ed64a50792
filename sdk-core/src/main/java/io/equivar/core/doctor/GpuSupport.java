package io.equivar.core.doctor;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What TensorFlow needs to see an NVIDIA GPU, looked for in the order in which it is missed.
 *
 * @param binaries whether TensorFlow's binaries are those for CUDA
 * @param driver where an NVIDIA driver of the Linux kernel says what it is
 * @param folders where libraries are looked for
 */
record GpuSupport(boolean binaries, Path driver, List<Path> folders) {

  /** What TensorFlow 2.18 opens when it starts; it sees no GPU if one is missing. */
  static final List<String> LIBRARIES =
      List.of(
          "libcudart.so.12",
          "libcublas.so.12",
          "libcublasLt.so.12",
          "libcufft.so.11",
          "libcusolver.so.11",
          "libcusparse.so.12",
          "libcudnn.so.9");

  private static final String BINARIES = "/org/tensorflow/internal/c_api/linux-x86_64-gpu/";
  private static final Path DRIVER = Path.of("/proc/driver/nvidia/version");
  private static final List<String> SYSTEM_FOLDERS =
      List.of(
          "/usr/local/cuda/lib64",
          "/usr/lib/x86_64-linux-gnu",
          "/lib/x86_64-linux-gnu",
          "/usr/lib64",
          "/lib64",
          "/usr/lib");

  /** Keeps a copy. */
  GpuSupport {
    folders = List.copyOf(folders);
  }

  /** Looks at this machine and this program. */
  static GpuSupport here() {
    return new GpuSupport(
        GpuSupport.class.getResource(BINARIES + "libjnitensorflow.so") != null,
        DRIVER,
        searched(System.getenv()));
  }

  /** Where the system looks for libraries, as far as that can be told from outside. */
  static List<Path> searched(Map<String, String> environment) {
    String given = environment.getOrDefault("LD_LIBRARY_PATH", "");
    return Stream.concat(Stream.of(given.split(File.pathSeparator)), SYSTEM_FOLDERS.stream())
        .filter(folder -> !folder.isBlank())
        .map(Path::of)
        .toList();
  }

  /** Says why TensorFlow sees no GPU, and what to do. */
  Finding reason() {
    if (!binaries) {
      return Finding.note(
          "GPU",
          "none: TensorFlow's binaries here are those without CUDA",
          "For an NVIDIA GPU start with ./equivar --gpu, or build with the Maven profile gpu");
    }
    if (!Files.isReadable(driver)) {
      return Finding.note(
          "GPU",
          "none: no NVIDIA driver (" + driver + " is not there)",
          "Install the driver, version 525.60 or newer; in a container, pass the device on"
              + " (--gpus all). nvidia-smi must list it");
    }
    List<String> missing = missingLibraries();
    if (!missing.isEmpty()) {
      return Finding.note(
          "GPU",
          "none: not found: " + String.join(", ", missing),
          "Start with ./equivar --gpu, which brings them, or put the folders of CUDA 12 and cuDNN 9"
              + " into LD_LIBRARY_PATH");
    }
    return Finding.note(
        "GPU",
        "none, though driver (" + driverVersion() + ") and libraries are there",
        "TF_CPP_MIN_LOG_LEVEL=0 shows what TensorFlow says; CUDA_VISIBLE_DEVICES must not hide the"
            + " device");
  }

  private List<String> missingLibraries() {
    List<String> missing = new ArrayList<>(LIBRARIES);
    missing.removeIf(
        library -> folders.stream().anyMatch(folder -> Files.exists(folder.resolve(library))));
    return missing;
  }

  private String driverVersion() {
    try (Stream<String> lines = Files.lines(driver)) {
      return lines.findFirst().orElse("unknown version");
    } catch (IOException e) {
      return "unknown version";
    }
  }
}
