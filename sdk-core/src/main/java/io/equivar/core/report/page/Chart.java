package io.equivar.core.report.page;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Something that the page's script draws into the canvas of the same {@link #id}. */
public sealed interface Chart permits LineChart, PointMap {

  /** Returns the name of the canvas, unique on the page. */
  String id();

  /** Returns the heading. */
  String title();

  /** Returns a sentence that says what is seen, for those who do not see it. */
  String alternative();

  /** Returns the name by which the script knows how to draw it. */
  @JsonProperty
  String kind();
}
