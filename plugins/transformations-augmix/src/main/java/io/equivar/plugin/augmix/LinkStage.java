package io.equivar.plugin.augmix;

import io.equivar.api.graph.GraphContext;
import io.equivar.api.graph.ImageOps;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Applies to every image of a batch the one operation that its link names. The batch is parted by
 * the {@link Kind} of the operations, so that an image passes through the arithmetic that it needs
 * and no other.
 */
final class LinkStage {

  private final List<Kind> kinds;

  /** Makes a stage for links of these operations, and of {@link Operation#IDENTITY}. */
  LinkStage(Collection<Operation> operations) {
    Set<Kind> needed = EnumSet.of(Kind.UNCHANGED);
    operations.forEach(operation -> needed.add(operation.kind()));
    this.kinds = List.copyOf(needed);
  }

  /**
   * Adds the stage to the graph.
   *
   * @param images {@code [batch, height, width, 3]}
   * @param links one for each image
   */
  Operand<TFloat32> apply(GraphContext g, Operand<TFloat32> images, Links links) {
    Ops tf = g.tf();
    Operand<TInt32> groups =
        tf.gather(tf.constant(groupsOfOperations()), links.operations(), tf.constant(0));
    List<ImageOps.Branch> branches =
        kinds.stream()
            .<ImageOps.Branch>map(kind -> (part, rows) -> kind.apply(g, part, links.of(tf, rows)))
            .toList();
    return g.images().byGroup(images, groups, branches);
  }

  private int[] groupsOfOperations() {
    Operation[] operations = Operation.values();
    int[] groups = new int[operations.length];
    for (Operation operation : operations) {
      groups[operation.number()] = Math.max(0, kinds.indexOf(operation.kind()));
    }
    return groups;
  }
}
