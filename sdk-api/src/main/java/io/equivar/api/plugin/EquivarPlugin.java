package io.equivar.api.plugin;

import io.equivar.api.Spi;
import io.equivar.api.learning.BaseModelFactory;
import io.equivar.api.learning.ObjectiveFactory;
import io.equivar.api.transformation.PixelTransformationFactory;
import io.equivar.api.transformation.TransformationFactory;
import java.util.List;

/**
 * What a plugin offers. The only type that is found by {@link java.util.ServiceLoader}: name the
 * implementation in {@code META-INF/services/io.equivar.api.plugin.EquivarPlugin} and state the SPI
 * version in the jar's manifest ({@link io.equivar.api.SpiVersion#MANIFEST_ATTRIBUTE}).
 *
 * <p>An implementation is a public class with a public constructor without parameters. It is
 * created once per run; each method is called once, before any configuration is read, and MUST
 * neither fail nor do work: no files, no native libraries, no threads.
 *
 * <p>A plugin offers as many things of as many kinds as it likes. Kinds that a later version of the
 * SPI adds come as further default methods, so that existing plugins go on working.
 */
@Spi(Spi.Role.PLUGIN)
public interface EquivarPlugin {

  /**
   * Returns the namespace of everything the plugin offers, in kebab case: the author's organisation
   * or product. Several plugins may share one as long as no two offer a thing of the same kind and
   * name.
   */
  String namespace();

  /** Returns the transformations that are made of TensorFlow operations. */
  default List<TransformationFactory<?>> transformations() {
    return List.of();
  }

  /**
   * Returns the transformations that are written as Java on pixels. A pipeline names them like the
   * {@link #transformations}, so no name may be in both lists.
   */
  default List<PixelTransformationFactory<?>> pixelTransformations() {
    return List.of();
  }

  /** Returns the base methods. */
  default List<BaseModelFactory<?>> baseModels() {
    return List.of();
  }

  /** Returns the objectives. */
  default List<ObjectiveFactory<?>> objectives() {
    return List.of();
  }
}
