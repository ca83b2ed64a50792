package io.equivar.plugin.standard;

import java.util.ArrayList;
import java.util.List;

/**
 * The 24 orders of brightness (0), contrast (1), saturation (2) and hue (3), numbered
 * lexicographically: number 0 is 0123.
 */
final class JitterOrders {

  static final int HUE = 3;
  private static final int OPERATIONS = 4;

  private static final List<List<Integer>> ALL = permutations(List.of(0, 1, 2, HUE));

  private JitterOrders() {}

  static int count() {
    return ALL.size();
  }

  /** Returns the operations of an order, first to last. */
  static List<Integer> operations(int order) {
    return ALL.get(order);
  }

  /** Returns how many operations precede hue in each of the orders. */
  static int[] placesOfHue() {
    int[] places = new int[ALL.size()];
    for (int order = 0; order < ALL.size(); order++) {
      places[order] = ALL.get(order).indexOf(HUE);
    }
    return places;
  }

  /**
   * Returns which operations the three stages other than hue perform in each of the orders: {@code
   * [order][stage * 3 + operation]} is 1 or 0.
   */
  static float[][] stages() {
    float[][] stages = new float[ALL.size()][3 * (OPERATIONS - 1)];
    for (int order = 0; order < ALL.size(); order++) {
      int stage = 0;
      for (int operation : ALL.get(order)) {
        if (operation != HUE) {
          stages[order][3 * stage + operation] = 1;
          stage++;
        }
      }
    }
    return stages;
  }

  private static List<List<Integer>> permutations(List<Integer> items) {
    if (items.isEmpty()) {
      return List.of(List.of());
    }
    List<List<Integer>> all = new ArrayList<>();
    for (Integer first : items) {
      List<Integer> rest = items.stream().filter(item -> !item.equals(first)).toList();
      for (List<Integer> tail : permutations(rest)) {
        List<Integer> permutation = new ArrayList<>(List.of(first));
        permutation.addAll(tail);
        all.add(List.copyOf(permutation));
      }
    }
    return List.copyOf(all);
  }
}
