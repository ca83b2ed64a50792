/** Trains on a folder of images and finds those that look alike. */
@NullMarked
package io.equivar.example.search;

import org.jspecify.annotations.NullMarked;
