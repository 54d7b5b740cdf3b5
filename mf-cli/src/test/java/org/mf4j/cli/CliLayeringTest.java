package org.mf4j.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.mf4j.cli", importOptions = DoNotIncludeTests.class)
class CliLayeringTest {
  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("org.mf4j.cli.(*)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule textKnowsNoOptions =
      noClasses()
          .that()
          .resideInAPackage("org.mf4j.cli.text..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.mf4j.cli", "org.mf4j.cli.options..");

  @ArchTest
  static final ArchRule optionsKnowNoCommand =
      noClasses()
          .that()
          .resideInAPackage("org.mf4j.cli.options..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.mf4j.cli",
              "org.mf4j.cli.compare..",
              "org.mf4j.cli.search..",
              "org.mf4j.cli.stability..",
              "org.mf4j.cli.forecast..",
              "org.mf4j.cli.reproduce..",
              "org.mf4j.cli.train..",
              "org.mf4j.cli.figures..");

  @ArchTest
  static final ArchRule theCommandLineLeavesComputingToTheLibraries =
      noClasses()
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
