package io.equivar.core.data.image;

import java.awt.image.BufferedImage;

/** An image file in memory. Both methods may throw whatever the decoder throws. */
interface EncodedImage {

  /** Reads the head. Takes no memory in proportion to the sizes that it declares. */
  ImageHeader header() throws Exception;

  /**
   * Decodes the first image to a palette, grey or RGB, with alpha or without. The colour profiles
   * of grey and RGB images are left aside.
   *
   * @return an image of the size of the header's frame
   */
  BufferedImage decode() throws Exception;
}
