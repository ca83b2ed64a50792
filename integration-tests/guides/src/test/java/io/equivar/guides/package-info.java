/** The pages for people: what they show is tested code, what they tell to type is typed. */
@NullMarked
package io.equivar.guides;

import org.jspecify.annotations.NullMarked;
