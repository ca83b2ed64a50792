package io.equivar.api.transformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ParameterSpecTest {

  @Test
  void columnsAcceptTheirValuesOnly() {
    Column shift = Column.continuous("hue", -0.5, 0.5, "turns");
    Column order = Column.categorical("order", 24);
    Column flag = Column.flag("flipped");

    assertThat(shift.accepts(0.25)).isTrue();
    assertThat(shift.accepts(0.51)).isFalse();
    assertThat(shift.accepts(Double.NaN)).isFalse();
    assertThat(order.accepts(23)).isTrue();
    assertThat(order.accepts(24)).isFalse();
    assertThat(order.accepts(1.5)).isFalse();
    assertThat(flag.accepts(1)).isTrue();
    assertThat(flag.accepts(2)).isFalse();
  }

  @Test
  void namesAreUniqueAndInKebabCase() {
    assertThatThrownBy(() -> ParameterSpec.of(Column.flag("a"), Column.flag("b"), Column.flag("a")))
        .hasMessage("columns need different names, got twice: a");
    assertThatThrownBy(() -> Column.flag("kernelSize"))
        .hasMessage("a column's name is in kebab case, got 'kernelSize'");
  }

  @Test
  void aRangeIsFiniteAndNotEmpty() {
    assertThatThrownBy(() -> Column.continuous("hue", 1, 0, ""))
        .hasMessage("column hue needs a finite range, got [1.0, 0.0]");
  }

  @Test
  void parametersNeedNotBeALabel() {
    ParameterSpec spec = ParameterSpec.of(Column.flag("a"));

    assertThat(spec.isLabel()).isTrue();
    assertThat(spec.withoutLabel().isLabel()).isFalse();
    assertThat(spec.withoutLabel().columns()).isEqualTo(spec.columns());
    assertThat(ParameterSpec.none().isEmpty()).isTrue();
  }
}
