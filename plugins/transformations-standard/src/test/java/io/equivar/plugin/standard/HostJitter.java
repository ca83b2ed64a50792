package io.equivar.plugin.standard;

import java.util.Arrays;
import java.util.Map;

/**
 * Torchvision's four colour adjustments in double precision, one after the other, by way of HSV as
 * it does. Written from its definitions, independently of the graph's shorter formulas.
 */
final class HostJitter {

  private HostJitter() {}

  /**
   * Applies the operations in the given order to an image.
   *
   * @param order letters: b(rightness), c(ontrast), s(aturation), h(ue)
   */
  static double[] apply(float[] image, String order, Map<String, Double> parameters) {
    double[] x = new double[image.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = image[i];
    }
    for (int place = 0; place < order.length(); place++) {
      switch (order.charAt(place)) {
        case 'b' -> blend(x, new double[x.length / 3], parameters.get("brightness"));
        case 'c' -> blend(x, meanGray(x), parameters.get("contrast"));
        case 's' -> blend(x, gray(x), parameters.get("saturation"));
        default -> turn(x, parameters.get("hue"));
      }
    }
    return x;
  }

  private static double[] gray(double[] x) {
    double[] gray = new double[x.length / 3];
    for (int i = 0; i < gray.length; i++) {
      gray[i] = 0.2989 * x[3 * i] + 0.587 * x[3 * i + 1] + 0.114 * x[3 * i + 2];
    }
    return gray;
  }

  private static double[] meanGray(double[] x) {
    double[] gray = gray(x);
    double sum = 0;
    for (double value : gray) {
      sum += value;
    }
    Arrays.fill(gray, sum / gray.length);
    return gray;
  }

  private static void blend(double[] x, double[] other, double factor) {
    for (int i = 0; i < x.length; i++) {
      x[i] = Math.min(1, Math.max(0, factor * x[i] + (1 - factor) * other[i / 3]));
    }
  }

  private static void turn(double[] x, double turns) {
    for (int i = 0; i < x.length; i += 3) {
      double[] rgb = turned(x[i], x[i + 1], x[i + 2], turns);
      System.arraycopy(rgb, 0, x, i, 3);
    }
  }

  private static double[] turned(double r, double g, double b, double turns) {
    double max = Math.max(r, Math.max(g, b));
    double range = max - Math.min(r, Math.min(g, b));
    if (range == 0) {
      return new double[] {r, g, b};
    }
    double sixths =
        max == r ? (g - b) / range : max == g ? 2 + (b - r) / range : 4 + (r - g) / range;
    double hue = sixths / 6 + turns;
    hue -= Math.floor(hue);
    double saturation = range / max;
    double sector = Math.floor(hue * 6);
    double f = hue * 6 - sector;
    double p = max * (1 - saturation);
    double q = max * (1 - saturation * f);
    double t = max * (1 - saturation * (1 - f));
    return switch ((int) sector % 6) {
      case 0 -> new double[] {max, t, p};
      case 1 -> new double[] {q, max, p};
      case 2 -> new double[] {p, max, t};
      case 3 -> new double[] {p, q, max};
      case 4 -> new double[] {t, p, max};
      default -> new double[] {max, p, q};
    };
  }
}
