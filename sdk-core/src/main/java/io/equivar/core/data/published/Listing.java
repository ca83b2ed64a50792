package io.equivar.core.data.published;

import io.equivar.core.data.ImageRows;
import io.equivar.core.data.ValidationDraw;
import io.equivar.core.data.catalog.PartSizes;
import java.util.ArrayList;
import java.util.List;

/**
 * What the files of a data set list.
 *
 * @param classNames in the order of the labels
 * @param images in the order of the files
 */
public record Listing(List<String> classNames, List<ListedImage> images) {

  /** Copies the lists. */
  public Listing {
    classNames = List.copyOf(classNames);
    images = List.copyOf(images);
  }

  /** Returns how many images each part has. */
  public PartSizes sizes() {
    return new PartSizes(
        classNames.size(), count(Part.TRAINING), count(Part.VALIDATION), count(Part.TEST));
  }

  private int count(Part part) {
    return (int) images.stream().filter(image -> image.part() == part).count();
  }

  /** Returns this listing with some training images made the validation part. */
  Listing withValidation(ValidationDraw draw) {
    List<Integer> training = new ArrayList<>();
    for (int i = 0; i < images.size(); i++) {
      if (images.get(i).part() == Part.TRAINING) {
        training.add(i);
      }
    }
    ImageRows drawn =
        draw.draw(training.stream().mapToInt(place -> images.get(place).label()).toArray());
    List<ListedImage> changed = new ArrayList<>(images);
    drawn
        .places()
        .map(training::get)
        .forEach(place -> changed.set(place, images.get(place).as(Part.VALIDATION)));
    return new Listing(classNames, changed);
  }
}
