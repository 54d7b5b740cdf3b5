package org.mf4j.cli.reproduce;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.mf4j.cli.options.Converter;
import org.mf4j.cli.options.DataDirOption;
import org.mf4j.cli.options.ModelOption;
import org.mf4j.cli.options.OutputFolder;
import org.mf4j.cli.options.SeedOption;
import org.mf4j.cli.options.TransformOption;
import org.mf4j.cli.options.TrialsOption;
import org.mf4j.cli.output.Interruption;
import org.mf4j.cli.output.Provenance;
import org.mf4j.data.transform.Pipeline;
import org.mf4j.figures.Figure;
import org.mf4j.models.ModelSettings;
import org.mf4j.models.TrainingSettings;
import org.mf4j.papers.AssemblyFigure;
import org.mf4j.papers.PaperResult;
import org.mf4j.papers.PaperTable;
import org.mf4j.reproduction.AssemblyProtocol;
import org.mf4j.reproduction.Protocol;
import org.mf4j.reproduction.Reproduced;
import org.mf4j.reproduction.ReproducedAssembly;
import org.mf4j.search.Strategy;
import org.mf4j.search.journal.Journals;
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
public final class ReproduceCommand implements Callable<Integer> {
  private static final List<String> OF_TABLES = List.of(ModelOption.Several.NAME, "--epochs");

  @Parameters(
      paramLabel = "TABLE",
      converter = Name.class,
      completionCandidates = Name.class,
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

  @Mixin private ModelOption.Several models;
  @Mixin private TrialsOption trials;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      converter = Converter.Count.class,
      description = "Most epochs of training, to shorten it. Default: the papers' 5000.")
  private Integer epochs;

  @Mixin private AssemblyOptions assemblies;

  @Mixin private SeedOption seed;

  @Mixin private DataDirOption data;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description =
          "Folder, made if missing, for the table as Markdown, CSV and HTML, for the picture of"
              + " esann-fig3, and for the journals of all trials, from which an interrupted run"
              + " goes on.")
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
    Path folder = OutputFolder.of("--out", out).made();
    PrintWriter lines = spec.commandLine().getOut();
    try (Interruption interruption = new Interruption()) {
      PaperReport report =
          report(new ReproductionRun(data.places(), journals(folder), interruption));
      report.report().text().forEach(lines::println);
      lines.flush();
      report.writeTo(folder, result.id() + "-" + mode(), provenance(start));
      if (result instanceof AssemblyFigure) {
        for (Figure picture : report.pictures()) {
          picture.write(folder);
        }
      }
      return interruption.isRequested()
          ? Interruption.tell(spec.commandLine(), "before the end; repeat the command to go on.")
          : CommandLine.ExitCode.OK;
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

  private PaperReport report(ReproductionRun run) throws IOException, InterruptedException {
    List<String> names = datasets == null ? result.datasets() : datasets;
    if (result instanceof PaperTable table) {
      List<Reproduced> cells =
          run.table(table, protocol(), names, models.value().orElseGet(table::models));
      return ReproductionReport.of(table, cells, run.missing());
    }
    AssemblyFigure figure = (AssemblyFigure) result;
    AssemblyProtocol protocol = assemblies.protocol(trials.value(), seed.value());
    List<ReproducedAssembly> cells = run.figure(figure, protocol, names, assemblies.units(figure));
    return AssemblyReport.of(figure, protocol, cells, run.missing());
  }

  private Protocol protocol() {
    return new Protocol(
        mode() == Mode.search ? Protocol.Mode.SEARCH : Protocol.Mode.SELECTED,
        trials.value(),
        this::shortened,
        seed.value());
  }

  private Mode mode() {
    boolean figure = result instanceof AssemblyFigure;
    return mode == null ? (figure ? Mode.search : Mode.selected) : mode;
  }

  private ModelSettings shortened(ModelSettings settings) {
    return epochs == null || !TrainingSettings.EPOCHS.isIn(settings)
        ? settings
        : settings.with(TrainingSettings.EPOCHS, epochs);
  }

  private static Journals journals(Path folder) throws IOException {
    return Journals.in(
        Files.createDirectories(folder.resolve("journals")), Provenance.ofLibraries());
  }

  private Map<String, String> provenance(long start) {
    Map<String, String> entries = new LinkedHashMap<>();
    entries.put("seed", String.valueOf(seed.value()));
    Duration wallTime = Duration.ofNanos(System.nanoTime() - start);
    entries.put("wall time of this run", wallTime.toSeconds() + " s");
    return Provenance.of(spec, entries);
  }

  private static final class Name extends Converter<PaperResult> {
    Name() {
      super(PaperResult::of, PaperResult.all().stream().map(PaperResult::id).toList());
    }
  }

  /** The options of {@code mf reproduce} that are for a figure of assemblies only. */
  static final class AssemblyOptions {
    /** Their names. */
    static final List<String> NAMES = List.of("--units", "--sample", "--lambda", "--transform");

    @Option(
        names = "--units",
        paramLabel = "N",
        split = ",",
        converter = Converter.Units.class,
        description = "esann-fig3: sizes, separated by commas. Default: 100,500,1000.")
    private List<Integer> units;

    @Option(
        names = "--sample",
        paramLabel = "N",
        converter = Converter.Count.class,
        description = "esann-fig3: settings drawn at random from each grid. Default: all.")
    private Integer sample;

    @Option(
        names = "--lambda",
        paramLabel = "X",
        split = ",",
        description =
            "esann-fig3: penalties of the readout to select from, separated by commas. Default: 1, as"
                + " in the APL paper.")
    private List<Double> lambdas;

    @Mixin private TransformOption transforms;

    List<Integer> units(AssemblyFigure figure) {
      return units == null ? figure.sizes() : units.stream().distinct().sorted().toList();
    }

    AssemblyProtocol protocol(int trials, long seed) {
      Pipeline given = transforms.pipeline();
      return new AssemblyProtocol(
          given.steps().isEmpty() ? AssemblyProtocol.SCALING : given,
          sample == null ? new Strategy.Exhaustive() : new Strategy.RandomSample(sample),
          lambdas == null ? List.of(AssemblyProtocol.LAMBDA) : lambdas,
          trials,
          seed);
    }
  }
}
