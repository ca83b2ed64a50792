package io.equivar.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rule of the modules: plugins -> sdk-api <- sdk-core. */
class DependencyRulesTest {

  private static final String API = "io.equivar.api..";
  private static final String CORE = "io.equivar.core..";
  private static final String KIT = "io.equivar.tck..";
  private static final String PLUGINS = "io.equivar.plugin..";
  private static final String EXAMPLES = "io.equivar.example..";

  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.equivar");

  /** A rule over no classes always holds: raise a floor when a module grows, never lower one. */
  @ParameterizedTest(name = "{0} has at least {1} analysed classes")
  @CsvSource({
    "io.equivar.api.., 40",
    "io.equivar.core.., 100",
    "io.equivar.tck.., 20",
    "io.equivar.plugin.standard.., 1",
    "io.equivar.plugin.augmix.., 20",
    "io.equivar.plugin.simclr.., 5",
    "io.equivar.plugin.byol.., 5",
    "io.equivar.plugin.simsiam.., 6",
    "io.equivar.plugin.barlowtwins.., 4",
    "io.equivar.plugin.vicreg.., 5",
    "io.equivar.plugin.moco.., 7",
    "io.equivar.plugin.invariant.., 3",
    "io.equivar.plugin.stl.., 7",
    "io.equivar.plugin.augself.., 4",
    "io.equivar.plugin.essl.., 5",
    "io.equivar.plugin.equimod.., 5",
    "io.equivar.plugin.sie.., 7",
    "io.equivar.plugin.sen.., 4",
    "io.equivar.example.transformation.., 1",
  })
  void analysesEveryModule(String classesOfModule, int floor) {
    assertThat(PRODUCT.that(resideInAPackage(classesOfModule))).hasSizeGreaterThanOrEqualTo(floor);
  }

  @Test
  @DisplayName("the SPI depends on TensorFlow and JSpecify only")
  void spiIsSmall() {
    classes()
        .that()
        .resideInAPackage(API)
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(API, "java..", "org.tensorflow..", "org.jspecify.."))
        .check(PRODUCT);
  }

  @Test
  @DisplayName("plugins and examples depend on the SPI only")
  void pluginsDependOnTheSpi() {
    classes()
        .that()
        .resideInAnyPackage(PLUGINS, EXAMPLES)
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                API, PLUGINS, EXAMPLES, "java..", "javax..", "org.tensorflow..", "org.jspecify.."))
        .check(PRODUCT);
  }

  @Test
  @DisplayName("plugins see neither graph, session nor optimisers")
  void pluginsBuildNoTraining() {
    noClasses()
        .that()
        .resideInAnyPackage(PLUGINS, EXAMPLES)
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("org.tensorflow.framework..", "org.tensorflow.op.train..")
                .or(
                    nameMatching(
                        "org\\.tensorflow\\.(Graph|Session|EagerSession|op\\.TrainOps)(\\$.*)?")))
        .check(PRODUCT);
  }

  @Test
  @DisplayName("plugins do not depend on each other")
  void pluginsStandAlone() {
    slices()
        .matching("io.equivar.plugin.(*)..")
        .should()
        .notDependOnEachOther()
        .allowEmptyShould(true)
        .check(PRODUCT);
  }

  @Test
  @DisplayName("the core and the compatibility kit name no plugin")
  void coreNamesNoPlugin() {
    noClasses()
        .that()
        .resideInAnyPackage(CORE, KIT)
        .should()
        .dependOnClassesThat(resideInAnyPackage(PLUGINS, EXAMPLES))
        .check(PRODUCT);
  }

  @ParameterizedTest(name = "packages of {0} have no cycles")
  @CsvSource({"io.equivar.api.(*)..", "io.equivar.core.(*).."})
  void packagesHaveNoCycles(String packages) {
    slices().matching(packages).should().beFreeOfCycles().allowEmptyShould(true).check(PRODUCT);
  }
}
