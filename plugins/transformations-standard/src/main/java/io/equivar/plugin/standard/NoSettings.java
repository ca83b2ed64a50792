package io.equivar.plugin.standard;

/** Configures a transformation that has nothing to configure. */
public record NoSettings() {}
