package io.equivar.core.data.published;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Stanford Cars (Krause et al. 2013): {@code annotations} of {@code devkit/cars_train_annos.mat}
 * and {@code cars_test_annos_withlabels.mat} hold {@code fname} and {@code class}, from 1; images
 * are in {@code cars_train} and {@code cars_test}; {@code devkit/cars_meta.mat} names the classes.
 */
record CarsFiles() implements DatasetReader {

  private static final String META = "devkit/cars_meta.mat";
  private static final String ANNOTATIONS = "annotations";

  @Override
  public Listing read(PublishedFolder folder) {
    List<String> classNames = classNames(folder);
    List<ListedImage> images = new ArrayList<>();
    add(folder, Part.TRAINING, classNames.size(), images, "devkit/cars_train_annos.mat");
    add(
        folder,
        Part.TEST,
        classNames.size(),
        images,
        "cars_test_annos_withlabels.mat",
        "devkit/cars_test_annos_withlabels.mat");
    return new Listing(classNames, images);
  }

  private static List<String> classNames(PublishedFolder folder) {
    Optional<MatlabFile> meta = folder.matlab(META);
    if (meta.isEmpty()) {
      return List.of();
    }
    try {
      return meta.get().texts("class_names");
    } catch (IOException e) {
      folder.damaged(META, "must hold the names of the classes as 'class_names'", e);
      return List.of();
    }
  }

  private static void add(
      PublishedFolder folder,
      Part part,
      int classes,
      List<ListedImage> images,
      String... annotations) {
    Optional<MatlabFile> file = folder.matlab(annotations);
    if (file.isEmpty() || classes == 0) {
      return;
    }
    String imageFolder = part == Part.TRAINING ? "cars_train/" : "cars_test/";
    try {
      List<String> names = file.get().texts(ANNOTATIONS, "fname");
      int[] labels = file.get().integers(ANNOTATIONS, "class");
      for (int i = 0; i < labels.length; i++) {
        if (labels[i] < 1 || labels[i] > classes) {
          folder.damaged(
              annotations[0],
              "must have classes in [1, " + classes + "]",
              labels[i] + " of " + names.get(i));
          return;
        }
        images.add(new ListedImage(imageFolder + names.get(i), labels[i] - 1, part));
      }
    } catch (IOException e) {
      folder.damaged(annotations[0], "must hold 'annotations' with 'fname' and 'class'", e);
    }
  }
}
