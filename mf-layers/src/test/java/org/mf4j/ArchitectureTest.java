package org.mf4j;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom. */
@AnalyzeClasses(packages = "org.mf4j", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule physicsAndNumbersKnowTheJdkOnly =
      noClasses()
          .that()
          .resideInAnyPackage(
              "org.mf4j.dynamics..", "org.mf4j.math..", "org.mf4j.random..", "org.mf4j.summaries..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.nd4j..", "org.deeplearning4j..", "org.bytedeco..");

  @ArchTest
  static final ArchRule onlyTheLayersKnowDeeplearning4j =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.mf4j.layers..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.deeplearning4j..");

  @ArchTest
  static final ArchRule nothingBelowKnowsTheLayers =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.mf4j.layers..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.mf4j.layers..");

  @ArchTest
  static final ArchRule cellsKnowNoEngine =
      noClasses()
          .that()
          .resideInAPackage("org.mf4j.cells..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.mf4j.engine..");

  @ArchTest
  static final ArchRule fusedKnowsNoSameDiff =
      noClasses()
          .that()
          .resideInAPackage("org.mf4j.engine.fused..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.mf4j.engine.samediff..", "org.nd4j.autodiff..");

  @ArchTest
  static final ArchRule sameDiffKnowsNoFused =
      noClasses()
          .that()
          .resideInAPackage("org.mf4j.engine.samediff..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.mf4j.engine.fused..", "org.mf4j.math..");

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("org.mf4j.(**)").should().beFreeOfCycles();
}
