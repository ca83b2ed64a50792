package io.equivar.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.equivar.api.Spi;
import io.equivar.api.SpiVersion;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every public type of the SPI, nested ones too, says who implements it and how settled it is. */
class SpiStatusTest {

  private static Stream<JavaClass> publicTypes() {
    return new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.equivar.api")
            .stream()
            .filter(SpiStatusTest::isPublic);
  }

  /** Rules over no types always hold: raise the floor when the SPI grows. */
  @Test
  void there_are_types_to_look_at() {
    assertThat(publicTypes()).hasSizeGreaterThanOrEqualTo(40);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("publicTypes")
  void has_a_status_of_its_own(JavaClass type) {
    assertThat(type.tryGetAnnotationOfType(Spi.class))
        .as("@Spi on %s: say who implements it", type.getName())
        .isPresent();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("publicTypes")
  void has_the_form_of_its_role(JavaClass type) {
    Optional<Spi> spi = type.tryGetAnnotationOfType(Spi.class);

    assertThat(spi.map(Spi::value).filter(role -> fits(type, role)))
        .as(
            "role of %s: plugins and the core implement interfaces; a value is a final class, a"
                + " record, an enum or an annotation",
            type.getName())
        .isPresent();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("publicTypes")
  void appeared_in_a_version_that_there_is(JavaClass type) {
    SpiVersion since = SpiVersion.parse(type.getAnnotationOfType(Spi.class).since());

    assertThat(since).isLessThanOrEqualTo(SpiVersion.CURRENT);
  }

  private static boolean fits(JavaClass type, Spi.Role role) {
    boolean annotation = type.isAnnotation();
    return switch (role) {
      case PLUGIN, CORE -> type.isInterface() && !annotation;
      case VALUE -> annotation || type.isEnum() || type.getModifiers().contains(JavaModifier.FINAL);
    };
  }

  private static boolean isPublic(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.PUBLIC)
        && !type.isAnonymousClass()
        && !type.getSimpleName().equals("package-info")
        && type.getEnclosingClass().map(SpiStatusTest::isPublic).orElse(true);
  }
}
