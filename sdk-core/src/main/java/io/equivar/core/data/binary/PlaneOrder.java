package io.equivar.core.data.binary;

import io.equivar.api.graph.ImageShape;
import java.nio.ByteBuffer;

/** How the pixels of a red, a green and a blue plane follow each other. */
enum PlaneOrder {
  /** Row after row. */
  ROWS {
    @Override
    void copy(ByteBuffer planes, int start, ImageShape shape, byte[] target, int offset) {
      int source = start;
      int end = offset + 3 * shape.height() * shape.width();
      for (int channel = 0; channel < 3; channel++) {
        for (int place = offset + channel; place < end; place += 3) {
          target[place] = planes.get(source++);
        }
      }
    }
  },

  /** Column after column. */
  COLUMNS {
    @Override
    void copy(ByteBuffer planes, int start, ImageShape shape, byte[] target, int offset) {
      int source = start;
      int rowBytes = 3 * shape.width();
      int imageBytes = rowBytes * shape.height();
      for (int channel = 0; channel < 3; channel++) {
        int first = offset + channel;
        for (int top = first; top < first + rowBytes; top += 3) {
          for (int place = top; place < top + imageBytes; place += rowBytes) {
            target[place] = planes.get(source++);
          }
        }
      }
    }
  };

  /**
   * Copies an image as {@code [height, width, 3]}.
   *
   * @param planes what holds the planes, from {@code start} on
   * @param target where the image is put, from {@code offset} on
   */
  abstract void copy(ByteBuffer planes, int start, ImageShape shape, byte[] target, int offset);
}
