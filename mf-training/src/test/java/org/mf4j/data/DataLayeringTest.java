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
              "org.nd4j..",
              "org.datavec..",
              "org.apache.commons.text..");

  @ArchTest
  static final ArchRule theFormatKnowsNoNetwork =
      noClasses()
          .that()
          .resideInAPackage("org.mf4j.data.ts..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.nd4j.linalg..", "org.mf4j.random..");
}
