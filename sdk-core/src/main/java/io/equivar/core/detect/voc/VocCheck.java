package io.equivar.core.detect.voc;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.config.Problem;
import io.equivar.core.data.CheckReport;
import io.equivar.core.data.catalog.Dataset;
import io.equivar.core.data.catalog.PartSizes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Looks whether a folder holds a detection data set as it was published. */
public final class VocCheck {

  private VocCheck() {}

  /** Looks at the sets {@code train}, {@code val} and {@code test}; images are not decoded. */
  public static CheckReport folder(Dataset dataset, Path folder) {
    List<String> problems = new ArrayList<>();
    Set<String> classNames = new TreeSet<>();
    int training = count(folder, "train", classNames, problems);
    int validation = count(folder, "val", classNames, problems);
    int test = count(folder, "test", classNames, problems);
    return CheckReport.ofSizes(
        new PartSizes(classNames.size(), training, validation, test), dataset.sizes(), problems);
  }

  private static int count(Path folder, String set, Set<String> classNames, List<String> problems) {
    try {
      List<AnnotatedImage> images = VocFolder.open(folder).read(set);
      images.stream()
          .flatMap(image -> image.annotation().objects().stream())
          .map(AnnotatedObject::className)
          .forEach(classNames::add);
      return images.size();
    } catch (ConfigurationException e) {
      e.problems().stream().map(Problem::toString).forEach(problems::add);
      return 0;
    }
  }
}
