package io.equivar.plugin.invariant;

/** Configures {@link Invariant}: there is nothing to set. */
public record InvariantConfig() {}
