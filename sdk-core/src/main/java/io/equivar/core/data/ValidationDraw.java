package io.equivar.core.data;

import io.equivar.core.random.Seeds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Draws a validation part where a data set has none of its own: a share of the training images, the
 * same of every class as nearly as whole images allow. The draw depends on the seed and the labels
 * alone.
 *
 * @param part how many images are drawn...
 * @param whole ...of how many; of fewer images, the same share
 * @param seed of the draw
 */
public record ValidationDraw(int part, int whole, long seed) {

  /**
   * Draws.
   *
   * @param labels of the training images
   * @return the places of the validation images
   */
  public ImageRows draw(int[] labels) {
    TreeMap<Integer, List<Integer>> byClass = new TreeMap<>();
    for (int i = 0; i < labels.length; i++) {
      byClass.computeIfAbsent(labels[i], label -> new ArrayList<>()).add(i);
    }
    long wanted = Math.round((double) part * labels.length / whole);
    List<Group> groups =
        byClass.entrySet().stream()
            .map(
                group ->
                    new Group(
                        group.getKey(), group.getValue(), (double) part * group.getValue().size()))
            .toList();
    long floors = groups.stream().mapToLong(this::floor).sum();
    // What is left over goes to the classes whose exact share was cut most, one each.
    Set<Integer> oneMore =
        groups.stream()
            .sorted(
                Comparator.comparingDouble((Group group) -> -(group.share() / whole - floor(group)))
                    .thenComparing(Group::label))
            .limit(Math.max(0, wanted - floors))
            .map(Group::label)
            .collect(Collectors.toSet());
    return ImageRows.of(
        groups.stream()
            .flatMap(
                group ->
                    shuffled(group.rows(), Seeds.derive(seed, group.label())).stream()
                        .limit(floor(group) + (oneMore.contains(group.label()) ? 1 : 0)))
            .mapToInt(row -> row));
  }

  /** The images of a class, and {@code whole} times the exact number to draw. */
  private record Group(int label, List<Integer> rows, double share) {}

  private long floor(Group group) {
    return (long) Math.floor(group.share() / whole);
  }

  /** Returns the elements in an order that depends on the seed alone (Fisher and Yates). */
  public static <T> List<T> shuffled(List<T> elements, long seed) {
    List<T> shuffled = new ArrayList<>(elements);
    RandomGenerator random = Seeds.generator(seed);
    for (int last = shuffled.size() - 1; last > 0; last--) {
      int other = random.nextInt(last + 1);
      T moved = shuffled.set(last, shuffled.get(other));
      shuffled.set(other, moved);
    }
    return shuffled;
  }
}
