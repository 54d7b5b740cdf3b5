package org.mf4j.data;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.mf4j.data", importOptions = DoNotIncludeTests.class)
class DataLayeringTest {
  @ArchTest
  static final ArchRule dataKnowsNoLayerAndNoTraining =
      classes()
          .that()
          .resideInAPackage("org.mf4j.data..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "org.mf4j.data..",
              "org.mf4j.random..",
              "org.mf4j.options..",
              "org.nd4j..",
              "org.datavec..",
              "org.apache.commons.text..");

  @ArchTest
  static final ArchRule theFormatsKnowNoNetwork =
      noClasses()
          .that()
          .resideInAnyPackage(
              "org.mf4j.data.text..",
              "org.mf4j.data.ts..",
              "org.mf4j.data.ucr..",
              "org.mf4j.data.arff..",
              "org.mf4j.data.archive..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.nd4j.linalg..", "org.mf4j.random..");
}
