package io.equivar.core.data.cache;

import io.equivar.api.graph.ImageShape;
import io.equivar.core.data.image.UnreadableImageException;
import java.nio.file.Path;
import java.util.List;

/** Images that are slow to make, some of which may turn out unreadable. */
public interface ImageSource {

  /** Returns where the images are; one source for each place and size of images. */
  Path path();

  /**
   * Returns a text that changes whenever an image, a label or the way in which images are made
   * changes; equal texts mean equal images.
   */
  String fingerprint();

  /** Returns the size of every image. */
  ImageShape shape();

  /** Returns the number of images, readable or not. */
  int size();

  /** Returns what to call an image in a report: its path within {@link #path()}. */
  String name(int index);

  /** Returns the class of an image, or {@link io.equivar.core.data.ImageSet#NO_LABEL}. */
  int label(int index);

  /** Returns the names of the classes, in the order of their labels. */
  List<String> classNames();

  /**
   * Makes an image. Called from several threads at once.
   *
   * @return unsigned bytes {@code [height, width, 3]}
   * @throws UnreadableImageException if it cannot be used
   */
  byte[] pixels(int index) throws UnreadableImageException, InterruptedException;
}
