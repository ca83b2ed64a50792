/** What integration tests share: calls of the program and plugins made while a test runs. */
@NullMarked
package io.equivar.harness;

import org.jspecify.annotations.NullMarked;
