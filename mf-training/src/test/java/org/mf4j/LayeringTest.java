package org.mf4j;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which package of this module may use which. */
@AnalyzeClasses(packages = "org.mf4j", importOptions = DoNotIncludeTests.class)
class LayeringTest {
  @ArchTest
  static final ArchRule packagesUseOnlyWhatIsBelowThem =
      layeredArchitecture()
          .consideringOnlyDependenciesInAnyPackage("org.mf4j..")
          .layer("options")
          .definedBy("org.mf4j.options..")
          .layer("data")
          .definedBy("org.mf4j.data..")
          .layer("networks")
          .definedBy("org.mf4j.networks..")
          .layer("readout")
          .definedBy("org.mf4j.readout..")
          .layer("reservoir")
          .definedBy("org.mf4j.reservoir..")
          .layer("signals")
          .definedBy("org.mf4j.signals..")
          .layer("forecasting")
          .definedBy("org.mf4j.forecasting..")
          .layer("stability")
          .definedBy("org.mf4j.stability")
          .layer("measured")
          .definedBy("org.mf4j.stability.measured..")
          .layer("stability report")
          .definedBy("org.mf4j.stability.report..")
          .layer("training")
          .definedBy("org.mf4j.training..")
          .layer("models")
          .definedBy("org.mf4j.models..")
          .layer("papers")
          .definedBy("org.mf4j.papers..")
          .layer("search")
          .definedBy("org.mf4j.search..")
          .layer("reproduction")
          .definedBy("org.mf4j.reproduction..")
          .layer("experiment")
          .definedBy("org.mf4j.experiment..")
          .whereLayer("experiment")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("reproduction")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("papers")
          .mayOnlyBeAccessedByLayers("reproduction")
          .whereLayer("search")
          .mayOnlyBeAccessedByLayers("papers", "reproduction", "experiment")
          .whereLayer("models")
          .mayOnlyBeAccessedByLayers(
              "experiment", "papers", "stability report", "search", "reproduction")
          .whereLayer("signals")
          .mayOnlyBeAccessedByLayers("experiment", "measured")
          .whereLayer("forecasting")
          .mayOnlyBeAccessedByLayers("experiment")
          .whereLayer("stability")
          .mayOnlyBeAccessedByLayers("measured", "stability report")
          .whereLayer("measured")
          .mayOnlyBeAccessedByLayers("stability report")
          .whereLayer("stability report")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("reservoir")
          .mayOnlyBeAccessedByLayers(
              "models", "papers", "search", "stability report", "forecasting", "experiment")
          .whereLayer("readout")
          .mayOnlyBeAccessedByLayers("models", "measured", "search", "forecasting", "experiment")
          .whereLayer("training")
          .mayOnlyBeAccessedByLayers("models", "experiment", "papers", "search")
          .whereLayer("networks")
          .mayOnlyBeAccessedByLayers(
              "reservoir", "training", "models", "stability", "stability report", "forecasting")
          .whereLayer("data")
          .mayOnlyBeAccessedByLayers(
              "models", "experiment", "papers", "search", "reproduction", "stability report");
}
