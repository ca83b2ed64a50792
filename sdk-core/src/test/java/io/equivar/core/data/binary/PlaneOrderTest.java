package io.equivar.core.data.binary;

import static org.assertj.core.api.Assertions.assertThat;

import io.equivar.api.graph.ImageShape;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class PlaneOrderTest {

  private static final ImageShape SHAPE = new ImageShape(2, 3);

  @Test
  void interleavesPlanesOfRows() {
    ByteBuffer planes = bytes(-1, 1, 2, 3, 4, 5, 6, 11, 12, 13, 14, 15, 16, 21, 22, 23, 24, 25, 26);

    assertThat(copied(PlaneOrder.ROWS, planes))
        .containsExactly(0, 1, 11, 21, 2, 12, 22, 3, 13, 23, 4, 14, 24, 5, 15, 25, 6, 16, 26, 0);
  }

  @Test
  void interleavesAndTransposesPlanesOfColumns() {
    ByteBuffer planes = bytes(-1, 1, 4, 2, 5, 3, 6, 11, 14, 12, 15, 13, 16, 21, 24, 22, 25, 23, 26);

    assertThat(copied(PlaneOrder.COLUMNS, planes))
        .containsExactly(0, 1, 11, 21, 2, 12, 22, 3, 13, 23, 4, 14, 24, 5, 15, 25, 6, 16, 26, 0);
  }

  private static byte[] copied(PlaneOrder order, ByteBuffer planes) {
    byte[] target = new byte[20];
    order.copy(planes, 1, SHAPE, target, 1);
    return target;
  }

  private static ByteBuffer bytes(int... values) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length);
    for (int value : values) {
      bytes.put((byte) value);
    }
    return bytes;
  }
}
