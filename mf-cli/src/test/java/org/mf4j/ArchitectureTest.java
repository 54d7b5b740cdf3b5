package org.mf4j;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Who may know whom, over all libraries and the command line; what every package-info says in
 * words. The rules stand in the order of the modules, from below; the last ones hold for all.
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

  /** Small classes with one user that stand alone: a paper or the field has a name for them. */
  private static final Set<String> CONCEPTS =
      Set.of(
          "AssemblyReport",
          "AssemblySizes",
          "ChunkPlan",
          "ComparisonJson",
          "ControlChartPattern",
          "ControlChartTrials",
          "DecadeAxis",
          "EulerKernel",
          "Forecaster",
          "JournalHeader",
          "Leaderboard",
          "LeakyKernel",
          "LegendreProduct",
          "PublishedTable",
          "RungeKutta4",
          "SeriesReader");

  private static final int MOST_FILES = 25;
  private static final int SMALL = 70;

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
          .whereLayer("nanowires")
          .mayNotBeAccessedByAnyLayer()
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
              "experiment", "papers", "stability report", "search", "reproduction", "nanowires")
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
          .mayOnlyBeAccessedByLayers(
              "models", "measured", "search", "forecasting", "experiment", "nanowires")
          .whereLayer("training")
          .mayOnlyBeAccessedByLayers("models", "experiment", "papers", "search")
          .whereLayer("networks")
          .mayOnlyBeAccessedByLayers(
              "reservoir", "training", "models", "stability", "stability report", "forecasting")
          .whereLayer("data")
          .mayOnlyBeAccessedByLayers(
              "models",
              "experiment",
              "papers",
              "search",
              "reproduction",
              "stability report",
              "nanowires")
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
              "org.mf4j.cli.search",
              "org.mf4j.cli.stability",
              "org.mf4j.cli.reproduce",
              "org.mf4j.cli.forecast",
              "org.mf4j.cli.train",
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

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("org.mf4j.(**)").should().beFreeOfCycles();

  @ArchTest
  static void noPackageHasMoreThan25Files(JavaClasses all) {
    Map<String, Long> files =
        all.stream()
            .filter(one -> one.isTopLevelClass() && !one.getSimpleName().equals("package-info"))
            .collect(
                Collectors.groupingBy(
                    JavaClass::getPackageName, TreeMap::new, Collectors.counting()));
    assertThat(files)
        .allSatisfy((name, count) -> assertThat(count).as(name).isLessThanOrEqualTo(MOST_FILES));
  }

  @ArchTest
  static final ArchRule aSmallClassWithOneUserIsNestedInIt =
      classes()
          .that()
          .areTopLevelClasses()
          .and()
          .arePackagePrivate()
          .and()
          .haveNameNotMatching(".*package-info")
          .should(haveTwoUsersOrBeLarge());

  private static ArchCondition<JavaClass> haveTwoUsersOrBeLarge() {
    return new ArchCondition<>("be used by two classes, fill " + SMALL + " lines or be a concept") {
      @Override
      public void check(JavaClass one, ConditionEvents events) {
        boolean fine = !isSmallWithOneUser(one) || CONCEPTS.contains(one.getSimpleName());
        String text =
            "%s, %d lines, is used by %s only".formatted(one.getName(), lines(one), users(one));
        events.add(new SimpleConditionEvent(one, fine, text));
      }
    };
  }

  /** A name that no class needs any more would excuse the next class of that name. */
  @ArchTest
  static void everyConceptIsASmallClassWithOneUser(JavaClasses all) {
    assertThat(
            all.stream()
                .filter(one -> one.isTopLevelClass() && isSmallWithOneUser(one))
                .map(JavaClass::getSimpleName))
        .containsAll(CONCEPTS);
  }

  private static boolean isSmallWithOneUser(JavaClass one) {
    return !one.getModifiers().contains(JavaModifier.PUBLIC)
        && users(one).size() == 1
        && lines(one) < SMALL;
  }

  private static Set<String> users(JavaClass one) {
    return one.getDirectDependenciesToSelf().stream()
        .map(use -> outermost(use.getOriginClass()))
        .filter(user -> !user.equals(one))
        .map(JavaClass::getName)
        .collect(Collectors.toSet());
  }

  private static JavaClass outermost(JavaClass one) {
    JavaClass outer = one;
    while (outer.getEnclosingClass().isPresent()) {
      outer = outer.getEnclosingClass().get();
    }
    return outer;
  }

  /** The last line that does something, in the class or one that is nested in it. */
  private static int lines(JavaClass one) {
    return one.getPackage().getClasses().stream()
        .filter(part -> outermost(part).equals(one))
        .flatMapToInt(ArchitectureTest::lineNumbers)
        .max()
        .orElse(0);
  }

  private static IntStream lineNumbers(JavaClass part) {
    return IntStream.concat(
        part.getAccessesFromSelf().stream().mapToInt(access -> access.getLineNumber()),
        part.getCodeUnits().stream()
            .mapToInt(unit -> unit.getSourceCodeLocation().getLineNumber()));
  }
}
