package org.mf4j.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.mf4j.cli.report.PaperReference;
import org.mf4j.cli.report.ProgressBars;
import org.mf4j.cli.report.TrainingProgress;
import org.mf4j.data.series.MissingValues;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.data.series.SingleClass;
import org.mf4j.data.transform.FittedPipeline;
import org.mf4j.files.WholeFile;
import org.mf4j.models.FittedModel;
import org.mf4j.models.Hybrid;
import org.mf4j.models.ModelFitter;
import org.mf4j.models.ModelKind;
import org.mf4j.models.ModelSettings;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code mf train}: fits one model and saves it. */
@Command(name = "train", description = "Train one model and save it as a Deeplearning4j zip.")
final class TrainCommand implements Callable<Integer> {
  @Mixin private ModelOption kind;

  @Mixin private TrainingSetOptions data;

  @Mixin private TransformOption transforms;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "Model file to write.")
  private Path out;

  @Option(
      names = "--unfreeze",
      description =
          "Train the weights of a reservoir (esn, mf-esn, hetero-mf-esn) further with Adam, from the"
              + " ridge solution; --epochs and --patience then apply, and the best weights are kept.")
  private boolean unfreeze;

  @Mixin private ModelOptions options;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    WholeFile file = new OutputOption("--out", out).file();
    ModelKind result = unfreeze ? Hybrid.trainedKind(kind.value()) : kind.value();
    TrainingSet read = data.load();
    FittedPipeline pipeline = transforms.pipeline().fit(read.series());
    SeriesSet series = SingleClass.refuse(MissingValues.refuse(pipeline.apply(read.series())));
    PaperReference reference = PaperReference.of(series);
    ModelSettings settings = options.applyTo(reference.settings(kind.value()));
    new Warnings(spec.commandLine()).print(List.of(settings), series);
    FittedModel model = fit(settings, series);
    file.write(model.withProvenance(provenance(read, pipeline))::save);
    spec.commandLine()
        .getOut()
        .printf(
            Locale.ROOT,
            "Trained %s on %d series of %s (%s; settings: %s) and saved it to %s.%n",
            result.id(),
            series.size(),
            series.name(),
            series.isClassification()
                ? series.occurringClasses().size() + " classes"
                : "numbers to regress",
            reference.describe(kind.value()),
            out);
    return CommandLine.ExitCode.OK;
  }

  private FittedModel fit(ModelSettings settings, SeriesSet series) throws InterruptedException {
    try (TrainingProgress progress =
        new TrainingProgress(ProgressBars.ofThisProcess(), kind.value().id())) {
      FittedModel model = new ModelFitter(settings).fit(series, options.seed(), progress);
      return unfreeze
          ? Hybrid.unfreeze(
              model, series, options.applyTo(Hybrid.options()), options.seed(), progress)
          : model;
    }
  }

  private static Map<String, Object> provenance(TrainingSet read, FittedPipeline pipeline) {
    return Map.of(
        "trainingFile",
        read.origin(),
        FittedPipeline.KEY,
        pipeline.describe(),
        "versions",
        Versions.all());
  }
}
