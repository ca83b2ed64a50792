/**
 * JMH benchmarks of what runs in Java beside TensorFlow. Nothing here decides whether a build
 * passes.
 */
package io.equivar.microbenchmarks;
