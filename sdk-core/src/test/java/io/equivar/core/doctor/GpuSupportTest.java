package io.equivar.core.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first thing that is missing is named, with what to do about it. */
class GpuSupportTest {

  @TempDir private Path folder;

  private Path driver;
  private Path cuda;
  private Path cudnn;

  @BeforeEach
  void install() throws IOException {
    driver =
        Files.writeString(folder.resolve("version"), "NVRM version: NVIDIA 550.54\nGCC version\n");
    cuda = Files.createDirectory(folder.resolve("cuda"));
    cudnn = Files.createDirectory(folder.resolve("cudnn"));
    for (String library : GpuSupport.LIBRARIES) {
      Files.createFile((library.contains("cudnn") ? cudnn : cuda).resolve(library));
    }
  }

  private GpuSupport support(boolean binaries) {
    return new GpuSupport(binaries, driver, List.of(cuda, cudnn));
  }

  @Test
  void binariesWithoutCuda() {
    Finding reason = support(false).reason();

    assertThat(reason.status()).isEqualTo(Finding.Status.NOTE);
    assertThat(reason.detail()).contains("binaries here are those without CUDA");
    assertThat(reason.nextStep()).contains("./equivar --gpu");
  }

  @Test
  void noDriver() throws IOException {
    Files.delete(driver);

    assertThat(support(true).reason().detail()).contains("no NVIDIA driver (" + driver);
  }

  @Test
  void missingLibrariesAreNamed() throws IOException {
    Files.delete(cudnn.resolve("libcudnn.so.9"));
    Files.delete(cuda.resolve("libcufft.so.11"));

    assertThat(support(true).reason().detail())
        .isEqualTo("none: not found: libcufft.so.11, libcudnn.so.9");
  }

  @Test
  void nothingMissing() {
    assertThat(support(true).reason().detail())
        .contains("driver (NVRM version: NVIDIA 550.54) and libraries are there");
  }

  @Test
  void librariesAreLookedForWhereTheSystemIsTold() {
    assertThat(GpuSupport.searched(Map.of("LD_LIBRARY_PATH", "/one::/two")))
        .startsWith(Path.of("/one"), Path.of("/two"))
        .contains(Path.of("/usr/local/cuda/lib64"));
    assertThat(GpuSupport.searched(Map.of())).startsWith(Path.of("/usr/local/cuda/lib64"));
  }

  @Test
  void theBinariesAreThoseOfTheClassPath() {
    assertThat(GpuSupport.here().binaries())
        .isEqualTo(System.getProperty("java.class.path").contains("linux-x86_64-gpu"));
  }
}
