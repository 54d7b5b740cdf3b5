package org.mf4j.spark;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom here; mf-cli, whose tests look at the other libraries, does not see Spark. */
@AnalyzeClasses(packages = "org.mf4j", importOptions = DoNotIncludeTests.class)
class SparkArchitectureTest {
  @ArchTest
  static final ArchRule nothingElseKnowsSpark =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.mf4j.spark..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.mf4j.spark..", "org.apache.spark..", "scala..");

  @ArchTest
  static final ArchRule sparkKnowsNothingAboveTraining =
      noClasses()
          .that()
          .resideInAPackage("org.mf4j.spark..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.mf4j.figures..",
              "org.mf4j.cli..",
              "org.mf4j.cuda..",
              "org.mf4j.examples..",
              "org.mf4j.benchmarks..");

  @ArchTest
  static final ArchRule estimatorsKnowNoEngine =
      noClasses()
          .that()
          .resideInAPackage("org.mf4j.spark..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.mf4j.engine..", "org.mf4j.cells..", "org.mf4j.dynamics..");

  @ArchTest
  static final ArchRule whatExecutorsRunStartsNoJob =
      noClasses()
          .that()
          .haveSimpleName("PartitionFeatures")
          .or()
          .haveSimpleName("Scoring")
          .or()
          .haveSimpleName("RowReader")
          .or()
          .haveSimpleName("ArchiveFiles")
          .should()
          .dependOnClassesThat()
          .haveNameMatching("org\\.apache\\.spark\\.(sql\\.(SparkSession|Dataset)|SparkContext)");
}
