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
import org.mf4j.cli.report.ProgressBars;
import org.mf4j.cli.report.ReproductionFiles;
import org.mf4j.cli.report.ReproductionReport;
import org.mf4j.data.Datasets;
import org.mf4j.models.ModelKind;
import org.mf4j.models.ModelSettings;
import org.mf4j.papers.PaperTable;
import org.mf4j.reproduction.Protocol;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mf reproduce}: computes a table of the papers again. */
@Command(
    name = "reproduce",
    description = "Compute a table of the papers again, ours beside theirs; goes on where it was.")
final class ReproduceCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "TABLE",
      converter = PaperTableName.class,
      completionCandidates = PaperTableName.All.class,
      description = "One of ${COMPLETION-CANDIDATES}.")
  private PaperTable table;

  @Option(
      names = "--mode",
      paramLabel = "NAME",
      defaultValue = "selected",
      description =
          "selected: the settings that the authors selected. search: the best of the authors' grids"
              + " on a fifth of the training set. Default: ${DEFAULT-VALUE}.")
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
          "Folder, made if missing, for the table as Markdown, CSV and HTML and for the journals"
              + " of all trials, from which an interrupted run goes on.")
  private Path out;

  @Spec private CommandSpec spec;

  private enum Mode {
    selected,
    search
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    long start = System.nanoTime();
    Path folder = new OutputFolder("--out", out).folder();
    PrintWriter lines = spec.commandLine().getOut();
    try (Interruption interruption = new Interruption()) {
      ReproductionRun run = new ReproductionRun(table, protocol(), journals(folder), interruption);
      run.cells(
          datasets == null ? table.rows().stream().map(PaperTable.Row::dataset).toList() : datasets,
          models == null ? table.models() : List.copyOf(models),
          dataDir == null ? Datasets.standard() : Datasets.standard().after(dataDir),
          ProgressBars.ofThisProcess());
      ReproductionReport report = run.report();
      report.text().forEach(lines::println);
      lines.flush();
      new ReproductionFiles(report, provenance(start)).writeTo(folder, name());
      return interruption.isRequested() ? interrupted() : CommandLine.ExitCode.OK;
    }
  }

  private Protocol protocol() {
    return new Protocol(
        mode == Mode.search ? Protocol.Mode.SEARCH : Protocol.Mode.SELECTED,
        trials,
        this::shortened,
        seed.value());
  }

  private ModelSettings shortened(ModelSettings settings) {
    return epochs == null ? settings : settings.withEpochs(epochs);
  }

  private static Path journals(Path folder) throws IOException {
    return Files.createDirectories(folder.resolve("journals"));
  }

  private String name() {
    return table.id() + "-" + mode;
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
