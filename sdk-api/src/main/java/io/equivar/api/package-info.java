/**
 * The service provider interface of Equivar: what a plugin is written against, and all of it.
 *
 * <p>Read the packages in this order:
 *
 * <ol>
 *   <li>{@link io.equivar.api.plugin}: the one ServiceLoader type;
 *   <li>{@link io.equivar.api.factory}: how a plugin names and creates what it offers;
 *   <li>{@link io.equivar.api.config}: configuration as self-validating records;
 *   <li>{@link io.equivar.api.graph}: what the core lends to code that builds the training graph;
 *   <li>{@link io.equivar.api.transformation}: image transformations;
 *   <li>{@link io.equivar.api.learning}: base methods and objectives.
 * </ol>
 *
 * <p>Every public type carries {@link io.equivar.api.Spi}, which says who implements it; that
 * decides how the type may change.
 */
@NullMarked
package io.equivar.api;

import org.jspecify.annotations.NullMarked;
