package io.equivar.core.detect.voc;

import io.equivar.core.data.cache.CachedImages;
import io.equivar.core.data.cache.ImageCache;
import io.equivar.core.data.cache.LeftOut;
import io.equivar.core.data.image.DecodingLimits;
import io.equivar.core.data.image.ImageDecoder;
import io.equivar.core.detect.measure.TrueObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Training and test images of a folder in the layout of PASCAL VOC.
 *
 * @param training to train on
 * @param test to measure with
 */
public record DetectionData(DetectionSet training, DetectionSet test) implements AutoCloseable {

  /**
   * Opens two sets of a folder, decoding the images if that was not done before.
   *
   * @param cache where decoded images are kept
   * @param side of the squares that images are fitted into
   * @param notices is told of images that are left out
   * @throws io.equivar.api.config.ConfigurationException if something is missing or damaged
   */
  public static DetectionData open(
      Path folder,
      String trainingSet,
      String testSet,
      int side,
      Path cache,
      Consumer<String> notices) {
    VocFolder voc = VocFolder.open(folder);
    List<AnnotatedImage> training = voc.read(trainingSet);
    List<AnnotatedImage> test = voc.read(testSet);
    List<String> classNames =
        Stream.concat(training.stream(), test.stream())
            .flatMap(image -> image.annotation().objects().stream())
            .map(AnnotatedObject::className)
            .distinct()
            .sorted()
            .toList();
    ImageCache images = new ImageCache(cache, notices);
    return new DetectionData(
        set(voc, trainingSet, training, classNames, side, images, notices),
        set(voc, testSet, test, classNames, side, images, notices));
  }

  private static DetectionSet set(
      VocFolder voc,
      String set,
      List<AnnotatedImage> annotated,
      List<String> classNames,
      int side,
      ImageCache cache,
      Consumer<String> notices) {
    try (ImageDecoder decoder = new ImageDecoder(DecodingLimits.defaults())) {
      CachedImages images = cache.open(new VocImages(voc.root(), set, annotated, side, decoder));
      Set<String> leftOut =
          images.report().leftOut().stream().map(LeftOut::file).collect(Collectors.toSet());
      if (!leftOut.isEmpty()) {
        notices.accept(images.report().summary());
      }
      List<List<TrueObject>> objects = new ArrayList<>();
      List<Double> scales = new ArrayList<>();
      for (AnnotatedImage image : annotated) {
        if (!leftOut.contains(image.name())) {
          Annotation annotation = image.annotation();
          double scale = (double) side / Math.max(annotation.width(), annotation.height());
          int number = objects.size();
          objects.add(
              annotation.objects().stream()
                  .map(
                      object ->
                          new TrueObject(
                              number,
                              classNames.indexOf(object.className()),
                              object.box().scaled(scale),
                              object.difficult()))
                  .toList());
          scales.add(scale);
        }
      }
      return new DetectionSet(images, objects, scales, classNames);
    }
  }

  @Override
  public void close() {
    training.close();
    test.close();
  }
}
