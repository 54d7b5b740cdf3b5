package org.mf4j.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** A command knows no other command, and the command line computes nothing. */
@AnalyzeClasses(packages = "org.mf4j.cli", importOptions = DoNotIncludeTests.class)
class CliLayeringTest {
  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("org.mf4j.(cli..)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule noCommandKnowsAnother =
      slices()
          .matching("org.mf4j.cli.(*)..")
          .namingSlices("$1")
          .should()
          .notDependOnEachOther()
          .ignoreDependency(
              com.tngtech.archunit.base.DescribedPredicate.alwaysTrue(),
              com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage(
                  "org.mf4j.cli.options", "org.mf4j.cli.output"));

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
              "org.mf4j.cli.search",
              "org.mf4j.cli.stability",
              "org.mf4j.cli.reproduce");

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
