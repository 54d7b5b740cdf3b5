package org.mf4j.cli.archive;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.mf4j.cli.options.DeviceOption;
import org.mf4j.cli.options.ModelOption;
import org.mf4j.cli.options.ModelOptions;
import org.mf4j.cli.options.OutputFile;
import org.mf4j.cli.options.OutputFolder;
import org.mf4j.cli.options.TrialsOption;
import org.mf4j.cli.output.Interruption;
import org.mf4j.cli.output.Progress;
import org.mf4j.cli.output.Provenance;
import org.mf4j.cli.output.Words;
import org.mf4j.data.ControlCharts;
import org.mf4j.data.Datasets;
import org.mf4j.data.archive.LocalDirectory;
import org.mf4j.experiment.archive.ArchivePlan;
import org.mf4j.experiment.archive.ArchiveRun;
import org.mf4j.experiment.archive.MethodAccuracies;
import org.mf4j.experiment.archive.SetOutcome;
import org.mf4j.experiment.archive.TrialJournal;
import org.mf4j.models.ModelKind;
import org.mf4j.models.ModelSettings;
import org.mf4j.papers.PaperReference;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code mf archive}: fits and scores models on all data sets of a folder. */
@Command(
    name = "archive",
    description =
        "Fit and score models on every data set of a folder, beside published accuracies; missing"
            + " values are interpolated, unequal lengths masked.")
public final class ArchiveCommand implements Callable<Integer> {
  private static final List<ModelKind> DEFAULT = List.of(ModelKind.HETERO_MF_ESN);

  @Option(
      names = "--data-dir",
      required = true,
      paramLabel = "DIR",
      description = "Folder that holds NAME/NAME_TRAIN.ts and NAME/NAME_TEST.ts of every set.")
  private Path folder;

  @Option(
      names = "--datasets",
      paramLabel = "NAME",
      split = ",",
      description = "Only these sets, separated by commas. Default: all in the folder.")
  private List<String> datasets;

  @Mixin private ModelOption.Several models;
  @Mixin private TrialsOption trials;
  @Mixin private ModelOptions options;
  @Mixin private DeviceOption device;

  @Option(
      names = "--journal",
      paramLabel = "FILE",
      description =
          "Keep every finished trial there, and do not repeat those that are there: of the same"
              + " data, settings and seed.")
  private Path journal;

  @Option(
      names = "--beside",
      paramLabel = "FILE",
      description =
          "Accuracies of other methods, a CSV file: a first line set,METHOD,..., then a line per set"
              + " with shares between 0 and 1, empty where there is none.")
  private Path beside;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Folder, made if missing, for archive.html, .md, .csv and .json and the pictures as PNG"
              + " and SVG.")
  private Path out;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    device.choose();
    long start = System.nanoTime();
    Optional<OutputFolder> report =
        Optional.ofNullable(out).map(path -> OutputFolder.of("--out", path));
    List<MethodAccuracies> others = others();
    Optional<ModelSettings> given = options.given();
    List<ModelSettings> ofAny = ofAnySet(given);
    ArchivePlan plan = plan(given, ofAny);
    PrintWriter lines = spec.commandLine().getOut();
    lines.println(header(plan));
    lines.flush();
    try (Interruption interruption = new Interruption()) {
      List<SetOutcome> sets = run(plan, interruption);
      if (sets.size() < plan.sets().size()) {
        return interrupted(sets.size(), plan.sets().size());
      }
      ArchiveFindings findings = ArchiveFindings.of(plan.models(), plan.trials(), sets, others);
      lines.println();
      new ArchiveReport(findings).summary().text().forEach(lines::println);
      if (report.isPresent()) {
        write(report.get().made(), findings, ofAny, Duration.ofNanos(System.nanoTime() - start));
      }
      return CommandLine.ExitCode.OK;
    }
  }

  /** Before a set is read, so that a wrong setting is told at once, not as the failure of each. */
  private List<ModelSettings> ofAnySet(Optional<ModelSettings> given) {
    return settings(
        given, PaperReference.of(ControlCharts.generate(ControlCharts.DEFAULT_SEED).train()));
  }

  private ArchivePlan plan(Optional<ModelSettings> given, List<ModelSettings> ofAny) {
    List<ModelKind> kinds = ofAny.stream().map(ModelSettings::kind).toList();
    return new ArchivePlan(
        Datasets.onlyIn(folder),
        sets(),
        kinds,
        (kind, train) -> settings(given, PaperReference.of(train)).get(kinds.indexOf(kind)),
        trials.value(),
        options.seed());
  }

  private List<ModelSettings> settings(Optional<ModelSettings> given, PaperReference reference) {
    Optional<List<ModelKind>> named =
        models
            .value()
            .or(() -> given.map(one -> List.of(one.kind())))
            .or(() -> Optional.of(DEFAULT));
    return options.settings(named, given, reference);
  }

  private List<String> sets() {
    List<String> all = new LocalDirectory(folder).names().stream().distinct().toList();
    if (datasets != null) {
      return List.copyOf(datasets);
    }
    if (all.isEmpty()) {
      throw new IllegalArgumentException(
          "--data-dir %s: holds no file NAME/NAME_TRAIN.ts; name the folder of the sets."
              .formatted(folder));
    }
    return all;
  }

  /** Two methods of one name could not be told apart in any table. */
  private List<MethodAccuracies> others() throws IOException {
    List<MethodAccuracies> others = new ArrayList<>(MethodAccuracies.published());
    for (MethodAccuracies method :
        beside == null ? List.<MethodAccuracies>of() : MethodAccuracies.read(beside)) {
      boolean taken =
          others.stream().anyMatch(one -> one.method().equals(method.method()))
              || Arrays.stream(ModelKind.values())
                  .anyMatch(kind -> kind.title().equals(method.method()));
      if (taken) {
        throw new IllegalArgumentException(
            "--beside %s: \"%s\" is the name of a published method or a model here; name the column"
                    .formatted(beside, method.method())
                + " otherwise.");
      }
      others.add(method);
    }
    return others;
  }

  private static String header(ArchivePlan plan) {
    return Words.format(
        "%d data sets; %s; %d trial%s each",
        plan.sets().size(),
        plan.models().stream().map(ModelKind::id).collect(Collectors.joining(", ")),
        plan.trials(),
        plan.trials() == 1 ? "" : "s");
  }

  private List<SetOutcome> run(ArchivePlan plan, Interruption interruption)
      throws IOException, InterruptedException {
    try (Progress progress = new Progress();
        TrialJournal log = journal == null ? TrialJournal.inMemory() : opened()) {
      return ArchiveRun.run(
          plan, log, progress.archive(this::tell, this::warn), interruption::isRequested);
    }
  }

  private TrialJournal opened() throws IOException {
    OutputFile.of("--journal", journal);
    return TrialJournal.open(journal, Provenance.ofLibraries());
  }

  private void tell(SetOutcome set) {
    PrintWriter lines = spec.commandLine().getOut();
    lines.println(SetTables.line(set));
    lines.flush();
  }

  private void warn(String expense) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(expense);
    err.flush();
  }

  private int interrupted(int done, int all) {
    return Interruption.tell(
        spec.commandLine(),
        "after %d of %d data sets; %s"
            .formatted(
                done,
                all,
                journal == null
                    ? "with --journal FILE it could go on."
                    : "repeat the command to go on."));
  }

  private void write(
      Path made, ArchiveFindings findings, List<ModelSettings> ofAny, Duration wallTime)
      throws IOException {
    Map<String, String> settings = new LinkedHashMap<>();
    ofAny.forEach(one -> settings.put(one.kind().title(), described(one)));
    Map<String, String> particulars = new LinkedHashMap<>();
    particulars.put("seed", options.seed() + " (trial i, from 0, has this seed + i)");
    particulars.put("wall time of this run", Words.time(wallTime.toMillis() / 1000.0));
    new ArchiveFiles(findings, settings, Provenance.of(spec, particulars)).writeTo(made);
  }

  private static String described(ModelSettings settings) {
    return settings.kind().preset().isPresent()
        ? Words.join(settings.values())
        : "the papers' for the set, or their default";
  }
}
