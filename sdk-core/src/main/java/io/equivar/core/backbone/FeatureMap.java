package io.equivar.core.backbone;

import io.equivar.api.graph.Layer;

/**
 * The maps that a part of a network makes of images.
 *
 * @param layer from images to maps
 * @param channels of the maps
 * @param stride number of pixels from one place of the maps to the next
 */
public record FeatureMap(Layer layer, int channels, int stride) {}
