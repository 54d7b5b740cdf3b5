package org.mf4j.data;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

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
              "org.datavec..");

  @ArchTest
  static final ArchRule valuesBelowFormatsBelowPlacesBelowTheFacade =
      layeredArchitecture()
          .consideringOnlyDependenciesInAnyPackage("org.mf4j.data..")
          .layer("facade")
          .definedBy("org.mf4j.data")
          .layer("transforms")
          .definedBy("org.mf4j.data.transform")
          .layer("places")
          .definedBy("org.mf4j.data.archive")
          .layer("files")
          .definedBy("org.mf4j.data.formats")
          .layer("formats")
          .definedBy("org.mf4j.data.ts", "org.mf4j.data.ucr", "org.mf4j.data.arff")
          .layer("text")
          .definedBy("org.mf4j.data.text")
          .layer("values")
          .definedBy("org.mf4j.data.series")
          .whereLayer("facade")
          .mayOnlyBeAccessedByLayers("transforms")
          .whereLayer("places")
          .mayOnlyBeAccessedByLayers("facade")
          .whereLayer("files")
          .mayOnlyBeAccessedByLayers("facade", "places")
          .whereLayer("formats")
          .mayOnlyBeAccessedByLayers("files")
          .whereLayer("text")
          .mayOnlyBeAccessedByLayers("formats", "files")
          .whereLayer("values")
          .mayNotAccessAnyLayer();

  @ArchTest
  static final ArchRule theFormatsKnowNoNetwork =
      noClasses()
          .that()
          .resideInAnyPackage(
              "org.mf4j.data.series..",
              "org.mf4j.data.text..",
              "org.mf4j.data.formats..",
              "org.mf4j.data.ts..",
              "org.mf4j.data.ucr..",
              "org.mf4j.data.arff..",
              "org.mf4j.data.archive..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.nd4j.linalg..");
}
