package org.mf4j.figures;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Pictures take values; only the gallery computes them. */
@AnalyzeClasses(packages = "org.mf4j.figures", importOptions = DoNotIncludeTests.class)
class FiguresLayeringTest {
  @ArchTest
  static final ArchRule onlyTheGalleryRunsModels =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.mf4j.figures.gallery")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.nd4j..",
              "org.deeplearning4j..",
              "org.mf4j.data..",
              "org.mf4j.models..",
              "org.mf4j.experiment..",
              "org.mf4j.figures.gallery");

  @ArchTest
  static final ArchRule resultsArePlainValues =
      noClasses()
          .that()
          .resideInAnyPackage(
              "org.mf4j.figures.results", "org.mf4j.figures.plot", "org.mf4j.figures.style")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.mf4j.dynamics..", "org.mf4j.stability..");

  @ArchTest
  static final ArchRule theStyleKnowsNoPlot =
      noClasses()
          .that()
          .resideInAPackage("org.mf4j.figures.style")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.mf4j.figures",
              "org.mf4j.figures.plot",
              "org.mf4j.figures.results",
              "org.mf4j.figures.physics",
              "org.mf4j.figures.report");

  @ArchTest
  static final ArchRule notebooksAndReportsShowAnyPicture =
      noClasses()
          .that()
          .resideInAnyPackage("org.mf4j.figures.notebook", "org.mf4j.figures.report")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.mf4j.figures.plot", "org.mf4j.figures.results", "org.mf4j.figures.physics");
}
