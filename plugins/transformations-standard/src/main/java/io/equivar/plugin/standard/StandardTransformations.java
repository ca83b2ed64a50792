package io.equivar.plugin.standard;

import io.equivar.api.plugin.EquivarPlugin;
import io.equivar.api.transformation.TransformationFactory;
import java.util.List;

/** The transformations that come with Equivar, in the namespace {@code standard}. */
public final class StandardTransformations implements EquivarPlugin {

  @Override
  public String namespace() {
    return "standard";
  }

  @Override
  public List<TransformationFactory<?>> transformations() {
    return List.of(
        TransformationFactory.of(
            "random-resized-crop",
            "Cuts out a random rectangle and resizes it, antialiased",
            RandomResizedCropConfig.class,
            (config, context) -> new RandomResizedCrop(config, context.imageShape())),
        TransformationFactory.of(
            "horizontal-flip",
            "Mirrors left and right",
            NoSettings.class,
            (config, context) -> new Flip(Flip.Direction.HORIZONTAL)),
        TransformationFactory.of(
            "vertical-flip",
            "Mirrors top and bottom",
            NoSettings.class,
            (config, context) -> new Flip(Flip.Direction.VERTICAL)),
        TransformationFactory.of(
            "rotation",
            "Rotates about the centre",
            RotationConfig.class,
            (config, context) -> new Rotation(config)),
        TransformationFactory.of(
            "four-fold-rotation",
            "Rotates by quarters of a turn",
            NoSettings.class,
            (config, context) -> new FourFoldRotation(context)),
        TransformationFactory.of(
            "shear",
            "Shears about the centre",
            ShearConfig.class,
            (config, context) -> new Shear(config)),
        TransformationFactory.of(
            "translation",
            "Shifts by whole pixels",
            TranslationConfig.class,
            (config, context) -> new Translation(config)),
        TransformationFactory.of(
            "random-erasing",
            "Paints a random rectangle in one colour",
            RandomErasingConfig.class,
            (config, context) -> new RandomErasing(config, context.imageShape())),
        TransformationFactory.of(
            "cut-out",
            "Paints a square around a random pixel in one colour (Cutout)",
            CutOutConfig.class,
            (config, context) -> new CutOut(config, context.imageShape())),
        TransformationFactory.of(
            "channel-drop",
            "Paints over one of the colours",
            ChannelDropConfig.class,
            (config, context) -> new ChannelDrop(config)),
        TransformationFactory.of(
            "color-jitter",
            "Changes brightness, contrast, saturation and hue",
            ColorJitterConfig.class,
            (config, context) -> new ColorJitter(config)),
        TransformationFactory.of(
            "grayscale",
            "Makes images gray",
            NoSettings.class,
            (config, context) -> new Grayscale()),
        TransformationFactory.of(
            "solarize",
            "Inverts the values from a threshold on",
            SolarizeConfig.class,
            (config, context) -> new Solarize(config)),
        TransformationFactory.of(
            "posterize",
            "Keeps the highest bits of every colour",
            PosterizeConfig.class,
            (config, context) -> new Posterize(config)),
        TransformationFactory.of(
            "equalize",
            "Makes all values of every colour about equally frequent",
            NoSettings.class,
            (config, context) -> new Equalize()),
        TransformationFactory.of(
            "autocontrast",
            "Stretches every colour to the whole range",
            NoSettings.class,
            (config, context) -> new Autocontrast()),
        TransformationFactory.of(
            "invert", "Makes the negative", NoSettings.class, (config, context) -> new Invert()),
        TransformationFactory.of(
            "gaussian-blur",
            "Blurs with a Gaussian kernel",
            GaussianBlurConfig.class,
            GaussianBlur::new),
        TransformationFactory.of(
            "sharpness",
            "Smooths or sharpens",
            SharpnessConfig.class,
            (config, context) -> new Sharpness(config)),
        TransformationFactory.of(
            "normalize",
            "Subtracts a mean and divides by a standard deviation",
            NormalizeConfig.class,
            (config, context) -> new Normalize(config)));
  }
}
