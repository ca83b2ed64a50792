package io.equivar.core.config;

/** Which images to train and evaluate on. */
public sealed interface DataConfig
    permits GeneratedData, Cifar10Data, Cifar100Data, Stl10Data, FolderData {}
