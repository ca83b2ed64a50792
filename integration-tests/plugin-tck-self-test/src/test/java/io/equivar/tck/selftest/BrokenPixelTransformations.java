package io.equivar.tck.selftest;

import io.equivar.api.graph.ImageShape;
import io.equivar.api.transformation.DrawnRow;
import io.equivar.api.transformation.ParameterSpec;
import io.equivar.api.transformation.PixelImage;
import io.equivar.api.transformation.PixelTransformationFactory;
import io.equivar.api.transformation.Row;
import io.equivar.tck.selftest.SoundPixelTransformation.Kit;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/** A pixel transformation for every rule, named by it, that breaks it. */
final class BrokenPixelTransformations {

  private BrokenPixelTransformations() {}

  /** Has no description. */
  static class P1 extends Kit {
    P1() {
      super(
          PixelTransformationFactory.of(
              "shift", "", Strength.class, (config, context) -> new SoundPixelTransformation()));
    }
  }

  /** Takes every strength. */
  static class P2 extends Kit {
    P2() {
      super(
          PixelTransformationFactory.of(
              "shift",
              "Shifts",
              Strength.Unchecked.class,
              (config, context) -> new SoundPixelTransformation()));
    }
  }

  /** Takes back at every second call that its parameters are a label. */
  static class P3 extends Kit {
    P3() {
      super(
          () ->
              new SoundPixelTransformation() {
                private int calls;

                @Override
                public ParameterSpec parameters() {
                  calls++;
                  return calls % 2 == 0 ? super.parameters() : super.parameters().withoutLabel();
                }
              });
    }
  }

  /** Sets a column that it does not declare. */
  static class P4 extends Kit {
    P4() {
      super(
          () ->
              new SoundPixelTransformation() {
                @Override
                public void sample(RandomGenerator random, Row row) {
                  super.sample(random, row);
                  row.set("shades", 1);
                }
              });
    }
  }

  /** Sets half levels, where they are to be whole. */
  static class P5 extends Kit {
    P5() {
      super(
          () ->
              new SoundPixelTransformation() {
                @Override
                public void sample(RandomGenerator random, Row row) {
                  row.set("levels", random.nextInt(31) + 0.5);
                }
              });
    }
  }

  /** Draws from a sequence of its own. */
  static class P6 extends Kit {
    P6() {
      super(
          () ->
              new SoundPixelTransformation() {
                private int calls;

                @Override
                public void sample(RandomGenerator random, Row row) {
                  calls++;
                  row.set("levels", calls % 31);
                }
              });
    }
  }

  /** Keeps what it draws in a field for a while. */
  static class P7 extends Kit {
    P7() {
      super(
          () ->
              new SoundPixelTransformation() {
                private int drawn;

                @Override
                public void sample(RandomGenerator random, Row row) {
                  drawn = random.nextInt(32);
                  LockSupport.parkNanos(10_000);
                  row.set("levels", drawn);
                }
              });
    }
  }

  /** Says that it makes squares, and does not. */
  static class P8 extends Kit {
    P8() {
      super(
          () ->
              new SoundPixelTransformation() {
                @Override
                public ImageShape outputShape(ImageShape input) {
                  return ImageShape.square(input.height());
                }
              });
    }
  }

  /** Shifts a little more at every call. */
  static class P9 extends Kit {
    P9() {
      super(
          () ->
              new SoundPixelTransformation() {
                private int calls;

                @Override
                public PixelImage apply(PixelImage image, DrawnRow row) {
                  calls++;
                  return shifted(image, calls);
                }
              });
    }
  }

  /** Shifts by what it saw first. */
  static class P10 extends Kit {
    P10() {
      super(
          () ->
              new SoundPixelTransformation() {
                private Optional<Integer> first = Optional.empty();

                @Override
                public PixelImage apply(PixelImage image, DrawnRow row) {
                  if (first.isEmpty()) {
                    first = Optional.of(image.value(0, 0, 0));
                  }
                  return shifted(super.apply(image, row), first.get());
                }
              });
    }
  }

  /** Keeps the image in a field for a while. */
  static class P11 extends Kit {
    P11() {
      super(
          () ->
              new SoundPixelTransformation() {
                private Optional<PixelImage> current = Optional.empty();

                @Override
                public PixelImage apply(PixelImage image, DrawnRow row) {
                  current = Optional.of(image);
                  LockSupport.parkNanos(10_000);
                  return super.apply(current.get(), row);
                }
              });
    }
  }
}
