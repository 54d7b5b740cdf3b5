package org.mf4j;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * Who may know whom, over all libraries; what every package-info says in words. {@link
 * SurfacesTest} has pictures and commands. The rules stand in the order of the modules, from below;
 * the last one holds for all.
 */
@AnalyzeClasses(packages = "org.mf4j", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String[] BELOW_THE_LAYERS = {
    "org.mf4j.dynamics..",
    "org.mf4j.math..",
    "org.mf4j.random..",
    "org.mf4j.summaries..",
    "org.mf4j.cells..",
    "org.mf4j.engine.."
  };
  private static final String[] ABOVE_TRAINING = {
    "org.mf4j.figures..", "org.mf4j.cli..", "org.mf4j.examples..", "org.mf4j.benchmarks.."
  };

  @ArchTest
  static final ArchRule physicsAndNumbersKnowTheJdkOnly =
      noClasses()
          .that()
          .resideInAnyPackage(
              "org.mf4j.dynamics..", "org.mf4j.math..", "org.mf4j.random..", "org.mf4j.summaries..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.nd4j..", "org.deeplearning4j..", "org.bytedeco..");

  @ArchTest
  static final ArchRule onlyTheLayersKnowDeeplearning4j =
      noClasses()
          .that()
          .resideInAnyPackage(BELOW_THE_LAYERS)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.deeplearning4j..");

  @ArchTest
  static final ArchRule nothingBelowKnowsTheLayers =
      noClasses()
          .that()
          .resideInAnyPackage(BELOW_THE_LAYERS)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.mf4j.layers..");

  @ArchTest
  static final ArchRule cellsKnowNoEngine =
      noClasses()
          .that()
          .resideInAPackage("org.mf4j.cells..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.mf4j.engine..");

  @ArchTest
  static final ArchRule fusedKnowsNoSameDiff =
      noClasses()
          .that()
          .resideInAPackage("org.mf4j.engine.fused..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.mf4j.engine.samediff..", "org.nd4j.autodiff..");

  @ArchTest
  static final ArchRule sameDiffKnowsNoFused =
      noClasses()
          .that()
          .resideInAPackage("org.mf4j.engine.samediff..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.mf4j.engine.fused..", "org.mf4j.math..");

  @ArchTest
  static final ArchRule theGpuKnowsEnginesAndCellsAlone =
      noClasses()
          .that()
          .resideInAPackage("org.mf4j.cuda..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.deeplearning4j..",
              "org.mf4j.layers..",
              "org.mf4j.engine.fused..",
              "org.mf4j.engine.samediff..");

  @ArchTest
  static final ArchRule devicesKnowNoLayerAndNoArray =
      noClasses()
          .that()
          .resideInAnyPackage(
              "org.mf4j.cuda.device", "org.mf4j.cuda.driver", "org.mf4j.cuda.kernels")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.nd4j..", "org.mf4j.cells..", "org.mf4j.engine..");

  @ArchTest
  static final ArchRule packagesUseOnlyWhatIsBelowThem =
      layeredArchitecture()
          .consideringOnlyDependenciesInAnyPackage("org.mf4j..")
          .withOptionalLayers(true)
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
          .layer("nanowires")
          .definedBy("org.mf4j.nanowires..")
          .layer("face")
          .definedBy("org.mf4j")
          .whereLayer("face")
          .mayNotBeAccessedByAnyLayer()
          .layer("hardware")
          .definedBy("org.mf4j.hardware..")
          .whereLayer("hardware")
          .mayOnlyBeAccessedByLayers("models", "experiment")
          .whereLayer("nanowires")
          .mayOnlyBeAccessedByLayers("experiment")
          .whereLayer("experiment")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("reproduction")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("papers")
          .mayOnlyBeAccessedByLayers("reproduction", "experiment")
          .whereLayer("search")
          .mayOnlyBeAccessedByLayers("papers", "reproduction", "experiment")
          .whereLayer("models")
          .mayOnlyBeAccessedByLayers(
              "experiment",
              "papers",
              "stability report",
              "search",
              "reproduction",
              "nanowires",
              "face")
          .whereLayer("signals")
          .mayOnlyBeAccessedByLayers("experiment", "measured")
          .whereLayer("forecasting")
          .mayOnlyBeAccessedByLayers("experiment")
          .whereLayer("stability")
          .mayOnlyBeAccessedByLayers("measured", "stability report", "experiment")
          .whereLayer("measured")
          .mayOnlyBeAccessedByLayers("stability report", "experiment")
          .whereLayer("stability report")
          .mayOnlyBeAccessedByLayers("experiment")
          .whereLayer("reservoir")
          .mayOnlyBeAccessedByLayers(
              "models", "papers", "search", "stability report", "forecasting", "experiment")
          .whereLayer("readout")
          .mayOnlyBeAccessedByLayers(
              "models", "measured", "search", "forecasting", "experiment", "nanowires")
          .whereLayer("training")
          .mayOnlyBeAccessedByLayers("models", "experiment", "papers", "search", "face")
          .whereLayer("networks")
          .mayOnlyBeAccessedByLayers(
              "readout",
              "reservoir",
              "training",
              "models",
              "stability",
              "stability report",
              "forecasting",
              "experiment")
          .whereLayer("data")
          .mayOnlyBeAccessedByLayers(
              "models",
              "experiment",
              "papers",
              "search",
              "reproduction",
              "stability report",
              "nanowires",
              "face")
          .ignoreDependency(resideInAnyPackage(ABOVE_TRAINING), alwaysTrue());

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
              "org.mf4j.files..",
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
          .definedBy(
              "org.mf4j.data.ts", "org.mf4j.data.ucr", "org.mf4j.data.arff", "org.mf4j.data.tables")
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
          .resideInAPackage("org.mf4j.data.*..")
          .and()
          .resideOutsideOfPackage("org.mf4j.data.transform..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.nd4j.linalg..");

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("org.mf4j.(**)").should().beFreeOfCycles();
}
