package org.mf4j.cli.stability;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mf4j.cli.options.DataOptions;
import org.mf4j.cli.options.OutputFile;
import org.mf4j.cli.options.OutputFolder;
import org.mf4j.cli.options.SeedOption;
import org.mf4j.cli.output.Advice;
import org.mf4j.cli.output.Json;
import org.mf4j.cli.output.Progress;
import org.mf4j.cli.output.Provenance;
import org.mf4j.cli.output.Written;
import org.mf4j.data.DatasetSplit;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.figures.report.Report;
import org.mf4j.files.WholeFile;
import org.mf4j.models.FittedModel;
import org.mf4j.models.ModelKind;
import org.mf4j.models.ModelSettings;
import org.mf4j.papers.PaperReference;
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
public final class StabilityCommand implements Callable<Integer> {
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

  @Mixin private OutputFile.Json json;
  @Mixin private OutputFolder.Report folder;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Optional<WholeFile> jsonFile = json.file();
    Optional<OutputFolder> reportFolder = folder.folder();
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
    StabilityPage page = new StabilityPage(result);
    out.println(page.subject());
    out.println();
    page.text().text().forEach(out::println);
    StabilityJson document = StabilityJson.of(result, Provenance.versions());
    if (jsonFile.isPresent()) {
      jsonFile.get().write(file -> Json.write(file, document));
    }
    if (reportFolder.isPresent()) {
      Report report = page.page(Provenance.of(spec, Map.of()));
      Written.report(reportFolder.get().made(), report, document);
    }
    return CommandLine.ExitCode.OK;
  }

  private Optional<FittedModel> load() throws IOException {
    return modelFile == null ? Optional.empty() : Optional.of(FittedModel.load(modelFile));
  }

  private StabilityReport examine(Optional<FittedModel> model) throws IOException {
    Optional<SeriesSet> series = series(model.isPresent());
    Optional<ModelSettings> given = dynamics.given();
    StabilitySubject subject =
        model.map(StabilitySubject::of).orElseGet(() -> drawn(series, given));
    try (Progress progress = new Progress()) {
      progress.waiting("stability");
      return StabilityReport.of(subject, series, capacities, seed.value());
    }
  }

  /** Without a model the control charts are the default, as for all commands. */
  private Optional<SeriesSet> series(boolean hasModel) {
    return hasModel && !data.isGiven()
        ? Optional.empty()
        : Optional.of(data.load()).map(DatasetSplit::train);
  }

  private StabilitySubject drawn(Optional<SeriesSet> series, Optional<ModelSettings> given) {
    SeriesSet train = series.orElseThrow();
    return StabilitySubject.drawn(
        dynamics.applyTo(
            given.orElseGet(() -> PaperReference.of(train).settings(ModelKind.MF_ESN))),
        train.channels(),
        seed.value());
  }

  private int tell(ModelKind kind, LeakyConditions conditions) {
    if (json.file().isPresent() || folder.folder().isPresent()) {
      throw new IllegalArgumentException(
          "--model-file "
              + modelFile
              + ": a model of kind "
              + kind.id()
              + " has no memristive neurons to report on; leave out --json and --report.");
    }
    spec.commandLine().getOut().println(Advice.leaky(kind, conditions));
    return CommandLine.ExitCode.OK;
  }
}
