package org.mf4j.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Options and reports stay apart, and the command line computes nothing. */
@AnalyzeClasses(packages = "org.mf4j.cli", importOptions = DoNotIncludeTests.class)
class CliLayeringTest {
  @ArchTest
  static final ArchRule reportsKnowNoOptions =
      noClasses()
          .that()
          .resideInAPackage("org.mf4j.cli.report..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.mf4j.cli", "picocli..");

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
