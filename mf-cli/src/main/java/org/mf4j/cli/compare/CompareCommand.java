package org.mf4j.cli.compare;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mf4j.cli.options.DataOptions;
import org.mf4j.cli.options.DeviceOption;
import org.mf4j.cli.options.ModelOption;
import org.mf4j.cli.options.ModelOptions;
import org.mf4j.cli.options.OutputFile;
import org.mf4j.cli.options.OutputFolder;
import org.mf4j.cli.options.TrialsOption;
import org.mf4j.cli.output.Expense;
import org.mf4j.cli.output.Json;
import org.mf4j.cli.output.Progress;
import org.mf4j.cli.output.Provenance;
import org.mf4j.cli.output.Warnings;
import org.mf4j.cli.output.Written;
import org.mf4j.data.DatasetSplit;
import org.mf4j.experiment.Comparison;
import org.mf4j.experiment.ComparisonRecord;
import org.mf4j.experiment.ModelResult;
import org.mf4j.figures.report.Report;
import org.mf4j.files.WholeFile;
import org.mf4j.models.ModelSettings;
import org.mf4j.papers.PaperReference;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code mf compare}: fits several models several times and prints one table. */
@Command(
    name = "compare",
    description =
        "Train and score ESN, MF-ESN, RNN, MF-RNN and the heterogeneous MF-ESN on one data set.")
public final class CompareCommand implements Callable<Integer> {
  @Mixin private DataOptions data;
  @Mixin private ModelOption.Several models;
  @Mixin private TrialsOption trials;
  @Mixin private ModelOptions options;
  @Mixin private DeviceOption device;
  @Mixin private OutputFile.Json json;
  @Mixin private OutputFolder.Report report;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    device.choose();
    long start = System.nanoTime();
    Optional<WholeFile> jsonFile = json.file();
    Optional<OutputFolder> folder = report.folder();
    ComparisonSetup setup = setup();
    PrintWriter out = spec.commandLine().getOut();
    setup.header().forEach(out::println);
    out.flush();
    Warnings.print(spec.commandLine(), setup.models(), setup.data().train());
    Expense.print(spec.commandLine(), setup.models(), setup.data().train());
    ComparisonRecord record = new ComparisonRecord();
    ComparisonReport found = ComparisonReport.of(setup, run(setup, record));
    out.println();
    found.table().text().forEach(out::println);
    found.baselineLines().forEach(out::println);
    ComparisonJson document = ComparisonJson.of(found, Provenance.versions());
    if (jsonFile.isPresent()) {
      jsonFile.get().write(file -> Json.write(file, document));
    }
    if (folder.isPresent()) {
      Duration wallTime = Duration.ofNanos(System.nanoTime() - start);
      Map<String, String> provenance = Provenance.of(spec, found.particulars(wallTime));
      Report page = found.report(new ComparisonPictures(found, record).figures(), provenance);
      Written.report(folder.get().made(), page, document);
    }
    return found.scored().isEmpty() ? CommandLine.ExitCode.SOFTWARE : CommandLine.ExitCode.OK;
  }

  private ComparisonSetup setup() throws IOException {
    Optional<ModelSettings> given = options.given();
    DatasetSplit sets = data.load();
    PaperReference reference = PaperReference.of(sets.train());
    List<ModelSettings> settings = options.settings(models.value(), given, reference);
    return new ComparisonSetup(
        sets, data.transforms(), reference, settings, trials.value(), options.seed());
  }

  private static List<ModelResult> run(ComparisonSetup setup, ComparisonRecord record)
      throws InterruptedException {
    try (Progress progress = new Progress()) {
      return new Comparison(setup.data())
          .run(setup.models(), setup.trials(), setup.seed(), progress.comparison().andThen(record));
    }
  }
}
