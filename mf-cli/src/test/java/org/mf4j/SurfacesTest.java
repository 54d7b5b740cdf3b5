package org.mf4j;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom among what people look at: pictures, reports and the command line. */
@AnalyzeClasses(packages = "org.mf4j", importOptions = DoNotIncludeTests.class)
class SurfacesTest {
  @ArchTest
  static final ArchRule onlyTheGalleryRunsModels =
      noClasses()
          .that()
          .resideInAPackage("org.mf4j.figures..")
          .and()
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

  @ArchTest
  static final ArchRule noCommandKnowsAnother =
      slices()
          .matching("org.mf4j.cli.(*)..")
          .namingSlices("$1")
          .should()
          .notDependOnEachOther()
          .ignoreDependency(
              alwaysTrue(), resideInAnyPackage("org.mf4j.cli.options", "org.mf4j.cli.output"));

  @ArchTest
  static final ArchRule outputKnowsNoCommandAndNoOption =
      noClasses()
          .that()
          .resideInAPackage("org.mf4j.cli.output")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.mf4j.cli",
              "org.mf4j.cli.options",
              "org.mf4j.cli.compare",
              "org.mf4j.cli.archive",
              "org.mf4j.cli.search",
              "org.mf4j.cli.stability",
              "org.mf4j.cli.reproduce",
              "org.mf4j.cli.forecast",
              "org.mf4j.cli.train",
              "org.mf4j.cli.robustness",
              "org.mf4j.cli.gpu",
              "org.mf4j.cli.figures");

  @ArchTest
  static final ArchRule theCommandLineLeavesComputingToTheLibraries =
      noClasses()
          .that()
          .resideInAPackage("org.mf4j.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.nd4j..",
              "org.deeplearning4j..",
              "org.jfree..",
              "org.mf4j.layers..",
              "org.mf4j.networks..",
              "org.mf4j.readout..",
              "org.mf4j.reservoir..");
}
