package org.mf4j.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.mf4j.cli.report.PaperReport;
import org.mf4j.cli.report.ProgressBars;
import org.mf4j.cli.report.ReproductionFiles;
import org.mf4j.data.Datasets;
import org.mf4j.figures.Figure;
import org.mf4j.models.ModelKind;
import org.mf4j.models.ModelSettings;
import org.mf4j.models.Settings;
import org.mf4j.papers.AssemblyFigure;
import org.mf4j.papers.PaperResult;
import org.mf4j.papers.PaperTable;
import org.mf4j.reproduction.AssemblyProtocol;
import org.mf4j.reproduction.Journals;
import org.mf4j.reproduction.Protocol;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mf reproduce}: computes a table, or a figure of scores, of the papers again. */
@Command(
    name = "reproduce",
    description =
        "Compute a table or figure of the papers again, ours beside theirs; goes on where it was.")
final class ReproduceCommand implements Callable<Integer> {
  private static final List<String> OF_TABLES = List.of("--models", "--epochs");

  @Parameters(
      paramLabel = "TABLE",
      converter = PaperResultName.class,
      completionCandidates = PaperResultName.All.class,
      description = "One of ${COMPLETION-CANDIDATES}.")
  private PaperResult result;

  @Option(
      names = "--mode",
      paramLabel = "NAME",
      description =
          "selected: the settings that the authors selected. search: the best of the authors' grids"
              + " on a fifth of the training set. Default: selected; for esann-fig3, whose settings"
              + " the paper does not name, search.")
  private Mode mode;

  @Option(
      names = "--datasets",
      paramLabel = "NAME",
      split = ",",
      description = "Data sets of the table, separated by commas. Default: all.")
  private List<String> datasets;

  @Option(
      names = "--models",
      paramLabel = "NAME",
      split = ",",
      converter = ModelKindName.class,
      completionCandidates = ModelKindName.All.class,
      description =
          "Models, separated by commas; hetero-mf-esn too, which no table has. Default: those of"
              + " the table.")
  private Set<ModelKind> models;

  @Option(
      names = "--trials",
      paramLabel = "N",
      defaultValue = "" + Protocol.DEFAULT_TRIALS,
      converter = Count.class,
      description = "Final trials per cell. Default: ${DEFAULT-VALUE}.")
  private int trials;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      converter = Count.class,
      description = "Most epochs of training, to shorten it. Default: the papers' 5000.")
  private Integer epochs;

  @Mixin private AssemblyOptions assemblies;

  @Mixin private SeedOption seed;

  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      description = "Folder to look in first; holds NAME/NAME_TRAIN.ts and NAME/NAME_TEST.ts.")
  private Path dataDir;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description =
          "Folder, made if missing, for the table as Markdown, CSV and HTML, for the picture of"
              + " esann-fig3, and for the journals of all trials, from which an interrupted run goes"
              + " on.")
  private Path out;

  @Spec private CommandSpec spec;

  private enum Mode {
    selected,
    search
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    long start = System.nanoTime();
    refuseMisplacedOptions();
    Path folder = new OutputFolder("--out", out).folder();
    PrintWriter lines = spec.commandLine().getOut();
    try (Interruption interruption = new Interruption()) {
      PaperReport report = report(journals(folder), interruption);
      report.text().forEach(lines::println);
      lines.flush();
      new ReproductionFiles(report, provenance(start)).writeTo(folder, name());
      if (result instanceof AssemblyFigure) {
        for (Figure picture : report.figures()) {
          picture.write(folder);
        }
      }
      return interruption.isRequested() ? interrupted() : CommandLine.ExitCode.OK;
    }
  }

  private void refuseMisplacedOptions() {
    boolean figure = result instanceof AssemblyFigure;
    for (String option : figure ? OF_TABLES : AssemblyOptions.NAMES) {
      if (spec.commandLine().getParseResult().hasMatchedOption(option)) {
        throw new IllegalArgumentException(
            option + " does nothing for " + result.id() + "; leave it out.");
      }
    }
    if (figure && mode == Mode.selected) {
      throw new IllegalArgumentException(
          "--mode selected: the paper does not say which settings were selected for "
              + result.id()
              + "; use --mode search.");
    }
  }

  private PaperReport report(Journals journals, Interruption interruption)
      throws IOException, InterruptedException {
    Datasets places = Datasets.standard();
    ReproductionData data =
        new ReproductionData(
            dataDir == null ? places : places.after(dataDir), ProgressBars.ofThisProcess());
    List<String> names = datasets == null ? result.datasets() : datasets;
    if (result instanceof PaperTable table) {
      ReproductionRun run = new ReproductionRun(table, protocol(), journals, data, interruption);
      run.cells(names, models == null ? table.models() : List.copyOf(models));
      return run.report();
    }
    AssemblyFigure figure = (AssemblyFigure) result;
    AssemblyProtocol protocol = assemblies.protocol(trials, seed.value());
    AssemblyRun run = new AssemblyRun(figure, protocol, journals, data, interruption);
    run.cells(names, assemblies.units(figure));
    return run.report();
  }

  private Protocol protocol() {
    return new Protocol(
        mode() == Mode.search ? Protocol.Mode.SEARCH : Protocol.Mode.SELECTED,
        trials,
        this::shortened,
        seed.value());
  }

  private Mode mode() {
    boolean figure = result instanceof AssemblyFigure;
    return mode == null ? (figure ? Mode.search : Mode.selected) : mode;
  }

  private ModelSettings shortened(ModelSettings settings) {
    return epochs == null || !Settings.EPOCHS.isIn(settings)
        ? settings
        : settings.with(Settings.EPOCHS, epochs);
  }

  private static Journals journals(Path folder) throws IOException {
    return Journals.in(Files.createDirectories(folder.resolve("journals")), Versions.ofLibraries());
  }

  private String name() {
    return result.id() + "-" + mode();
  }

  private Map<String, String> provenance(long start) {
    Map<String, String> entries = new LinkedHashMap<>();
    entries.put("command", TypedCommand.of(spec));
    entries.put("seed", String.valueOf(seed.value()));
    entries.put("versions", Versions.all().toString());
    Duration wallTime = Duration.ofNanos(System.nanoTime() - start);
    entries.put("wall time of this run", wallTime.toSeconds() + " s");
    return entries;
  }

  private int interrupted() {
    PrintWriter err = spec.commandLine().getErr();
    err.println("mf: stopped before the end; repeat the command to go on.");
    err.flush();
    return SearchCommand.INTERRUPTED;
  }
}
