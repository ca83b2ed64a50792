package io.equivar.core.config;

import io.equivar.api.graph.ImageShape;
import java.nio.file.Path;
import java.util.Optional;

/** Which images to train and evaluate on. */
public sealed interface DataConfig
    permits GeneratedData,
        Cifar10Data,
        Cifar100Data,
        Stl10Data,
        Food101Data,
        Mit67Data,
        PetsData,
        Flowers102Data,
        Caltech101Data,
        CarsData,
        AircraftData,
        DtdData,
        Sun397Data,
        FolderData {

  /** Returns the folder that they are read from, if there is one. */
  Optional<Path> folder();

  /** Returns the size of the images. */
  ImageShape imageShape();
}
