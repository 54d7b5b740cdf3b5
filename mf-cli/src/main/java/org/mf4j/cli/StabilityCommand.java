package org.mf4j.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mf4j.cli.report.PaperReference;
import org.mf4j.cli.report.ProgressBars;
import org.mf4j.cli.report.StabilityFolder;
import org.mf4j.cli.report.StabilityHtml;
import org.mf4j.cli.report.StabilityJson;
import org.mf4j.cli.report.StabilityText;
import org.mf4j.cli.report.Waiting;
import org.mf4j.data.DatasetSplit;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.files.WholeFile;
import org.mf4j.models.FittedModel;
import org.mf4j.models.ModelKind;
import org.mf4j.stability.LeakyConditions;
import org.mf4j.stability.report.StabilityReport;
import org.mf4j.stability.report.StabilitySubject;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code mf stability}: says whether a memristive network is stable, before it is trained. */
@Command(
    name = "stability",
    description =
        "Tell whether a memristive network is stable: the conditions of theory, what to change,"
            + " and its time constants beside the length of the series.")
final class StabilityCommand implements Callable<Integer> {
  @Mixin private DynamicsOptions dynamics;

  @Mixin private SeedOption seed;

  @Option(
      names = "--model-file",
      paramLabel = "FILE",
      description = "A model that mf train has saved, in place of a reservoir to be drawn.")
  private Path modelFile;

  @Mixin private DataOptions data;

  @Option(
      names = "--capacities",
      description =
          "Also measure memory capacity, information-processing capacity, ranks and NARMA-10; this"
              + " takes seconds.")
  private boolean capacities;

  @Option(names = "--json", paramLabel = "FILE", description = "Also write the report as JSON.")
  private Path json;

  @Option(
      names = "--report",
      paramLabel = "DIR",
      description =
          "Also write report.html, with pictures and in need of no other file, report.md and"
              + " report.json to this folder.")
  private Path folder;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    WholeFile file = json == null ? null : new OutputOption("--json", json).file();
    StabilityFolder report = folder == null ? null : StabilityFolder.prepare("--report", folder);
    Optional<FittedModel> model = load();
    if (model.isPresent()) {
      dynamics.refuseWithModelFile();
      Optional<LeakyConditions> leaky = StabilitySubject.leaky(model.get());
      if (leaky.isPresent()) {
        return tell(model.get().kind(), leaky.get());
      }
    }
    StabilityReport result = examine(model);
    PrintWriter out = spec.commandLine().getOut();
    StabilityText text = new StabilityText(result);
    text.lines().forEach(out::println);
    StabilityJson document = StabilityJson.of(result, Versions.all());
    if (file != null) {
      file.write(document::writeTo);
    }
    if (report != null) {
      String command = TypedCommand.of(spec);
      report.write(text, new StabilityHtml(result).page(command, Versions.all()), document);
    }
    return CommandLine.ExitCode.OK;
  }

  private Optional<FittedModel> load() throws IOException {
    return modelFile == null ? Optional.empty() : Optional.of(FittedModel.load(modelFile));
  }

  private StabilityReport examine(Optional<FittedModel> model) {
    Optional<SeriesSet> series = series(model.isPresent());
    StabilitySubject subject = model.map(StabilitySubject::of).orElseGet(() -> drawn(series));
    try (Waiting waiting = new Waiting(ProgressBars.ofThisProcess(), "stability")) {
      return StabilityReport.of(subject, series, capacities, seed.value());
    }
  }

  /** Without a model the control charts are the default, as for all commands. */
  private Optional<SeriesSet> series(boolean hasModel) {
    return hasModel && !data.isGiven()
        ? Optional.empty()
        : Optional.of(data.load()).map(DatasetSplit::train);
  }

  private StabilitySubject drawn(Optional<SeriesSet> series) {
    SeriesSet train = series.orElseThrow();
    return StabilitySubject.drawn(
        dynamics.applyTo(PaperReference.of(train).settings(ModelKind.MF_ESN)),
        train.channels(),
        seed.value());
  }

  private int tell(ModelKind kind, LeakyConditions conditions) {
    if (json != null || folder != null) {
      throw new IllegalArgumentException(
          "--model-file "
              + modelFile
              + ": a model of kind "
              + kind.id()
              + " has no memristive neurons to report on; leave out --json and --report.");
    }
    List<String> lines = StabilityText.leaky(kind, conditions);
    lines.forEach(spec.commandLine().getOut()::println);
    return CommandLine.ExitCode.OK;
  }
}
