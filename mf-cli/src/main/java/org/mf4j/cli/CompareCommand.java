package org.mf4j.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.mf4j.cli.report.ComparisonHtml;
import org.mf4j.cli.report.ComparisonJson;
import org.mf4j.cli.report.ComparisonProgress;
import org.mf4j.cli.report.ComparisonSetup;
import org.mf4j.cli.report.ComparisonText;
import org.mf4j.cli.report.PaperReference;
import org.mf4j.cli.report.ProgressBars;
import org.mf4j.data.DatasetSplit;
import org.mf4j.experiment.Comparison;
import org.mf4j.experiment.ComparisonRecord;
import org.mf4j.experiment.ModelResult;
import org.mf4j.files.WholeFile;
import org.mf4j.models.ModelKind;
import org.mf4j.models.ModelSettings;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code mf compare}: fits several models several times and prints one table. */
@Command(
    name = "compare",
    description =
        "Train and score ESN, MF-ESN, RNN, MF-RNN and the heterogeneous MF-ESN on one data set.")
final class CompareCommand implements Callable<Integer> {
  @Mixin private DataOptions data;

  @Option(
      names = "--models",
      paramLabel = "NAME",
      split = ",",
      defaultValue = "esn,mf-esn,rnn,mf-rnn,hetero-mf-esn",
      converter = ModelKindName.class,
      completionCandidates = ModelKindName.All.class,
      description = "Models to compare, separated by commas. Default: ${DEFAULT-VALUE}.")
  private Set<ModelKind> models;

  @Option(
      names = "--trials",
      paramLabel = "N",
      defaultValue = "5",
      converter = Count.class,
      description =
          "Fits per model, with the seeds --seed, --seed + 1, ... Default: ${DEFAULT-VALUE}.")
  private int trials;

  @Mixin private ModelOptions options;

  @Option(names = "--json", paramLabel = "FILE", description = "Also write the results as JSON.")
  private Path json;

  @Option(
      names = "--report",
      paramLabel = "DIR",
      description =
          "Also write report.html there: table, pictures and provenance in one file that needs no"
              + " network. The folder is made if missing.")
  private Path report;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    long start = System.nanoTime();
    WholeFile jsonFile = json == null ? null : new OutputOption("--json", json).file();
    WholeFile reportFile = report == null ? null : reportFile();
    ComparisonSetup setup = setup(data.load());
    ComparisonText text = new ComparisonText(setup);
    PrintWriter out = spec.commandLine().getOut();
    text.header().forEach(out::println);
    out.flush();
    new Warnings(spec.commandLine()).print(setup.models(), setup.data().train());
    ComparisonRecord record = new ComparisonRecord();
    List<ModelResult> results = run(setup, record);
    out.println();
    text.table(results).forEach(out::println);
    text.baseline(results).forEach(out::println);
    if (jsonFile != null) {
      jsonFile.write(ComparisonJson.of(setup, results, Versions.all())::writeTo);
    }
    if (reportFile != null) {
      Duration wallTime = Duration.ofNanos(System.nanoTime() - start);
      reportFile.write(
          new ComparisonHtml(setup, record)
                  .page(results, TypedCommand.of(spec), Versions.all(), wallTime)
              ::writeTo);
    }
    return CommandLine.ExitCode.OK;
  }

  private WholeFile reportFile() throws IOException {
    Path folder = new OutputFolder("--report", report).folder();
    return new OutputOption("--report", folder.resolve("report.html")).file();
  }

  private ComparisonSetup setup(DatasetSplit sets) {
    if (models.isEmpty()) {
      throw new IllegalArgumentException("--models: names no model; name one at least.");
    }
    PaperReference reference = PaperReference.of(sets.train());
    List<ModelSettings> settings =
        models.stream().map(reference::settings).map(options::applyTo).toList();
    return new ComparisonSetup(
        sets, data.transforms(), reference, settings, trials, options.seed());
  }

  private static List<ModelResult> run(ComparisonSetup setup, ComparisonRecord record)
      throws InterruptedException {
    Comparison comparison = new Comparison(setup.data());
    try (ComparisonProgress progress = new ComparisonProgress(ProgressBars.ofThisProcess())) {
      return comparison.run(setup.models(), setup.trials(), setup.seed(), progress.andThen(record));
    }
  }
}
