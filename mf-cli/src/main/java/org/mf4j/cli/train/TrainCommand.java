package org.mf4j.cli.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mf4j.cli.options.DeviceOption;
import org.mf4j.cli.options.ModelOption;
import org.mf4j.cli.options.ModelOptions;
import org.mf4j.cli.options.OutputFile;
import org.mf4j.cli.options.SourceOptions;
import org.mf4j.cli.options.TransformOption;
import org.mf4j.cli.output.Interruption;
import org.mf4j.cli.output.Progress;
import org.mf4j.cli.output.Provenance;
import org.mf4j.cli.output.Warnings;
import org.mf4j.data.DatasetSplit;
import org.mf4j.data.formats.SeriesFile;
import org.mf4j.data.series.FiniteValues;
import org.mf4j.data.series.LearnableClasses;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.data.transform.FittedPipeline;
import org.mf4j.files.WholeFile;
import org.mf4j.models.FittedModel;
import org.mf4j.models.Hybrid;
import org.mf4j.models.ModelFitter;
import org.mf4j.models.ModelKind;
import org.mf4j.models.ModelSettings;
import org.mf4j.papers.PaperReference;
import org.mf4j.training.EpochListener;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code mf train}: fits one model and saves it. */
@Command(name = "train", description = "Train one model and save it as a Deeplearning4j zip.")
public final class TrainCommand implements Callable<Integer> {
  @Mixin private ModelOption model;

  @Mixin private SourceOptions source;

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
          "Train the weights of a reservoir (esn, mf-esn, hetero-mf-esn) further with Adam, from"
              + " the ridge solution; --epochs and --patience then apply, and the best weights are"
              + " kept.")
  private boolean unfreeze;

  @Mixin private ModelOptions options;

  @Mixin private DeviceOption device;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    device.choose();
    WholeFile file = OutputFile.of("--out", out);
    Optional<ModelSettings> given = options.given();
    ModelKind kind = model.value(given);
    ModelKind result = unfreeze ? Hybrid.trainedKind(kind) : kind;
    SeriesSet read = read();
    FittedPipeline pipeline = transforms.pipeline().fit(read);
    SeriesSet series = LearnableClasses.require(FiniteValues.require(pipeline.apply(read)));
    PaperReference reference = PaperReference.of(series);
    ModelSettings chosen =
        options.applyTo(given.orElseGet(() -> options.trainedByProtocol(reference.settings(kind))));
    ModelSettings settings = unfreeze ? chosen : chosen.withProbabilities();
    Warnings.print(spec.commandLine(), List.of(settings), series);
    try (Interruption interruption = new Interruption()) {
      FittedModel fitted = fit(settings, series, interruption);
      file.write(fitted.withProvenance(provenance(pipeline, read))::save);
      if (interruption.isRequested() && (unfreeze || settings.learning().isTrained())) {
        return Interruption.tell(
            spec.commandLine(),
            "before the last epoch; " + out + " holds what was learned so far.");
      }
    }
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
            given.isPresent() ? "those of --settings" : reference.describe(kind),
            out);
    return CommandLine.ExitCode.OK;
  }

  private SeriesSet read() {
    Optional<SeriesSet> named = source.named().map(DatasetSplit::train);
    if (named.isPresent() == source.file().isPresent()) {
      throw new IllegalArgumentException("Name either --train FILE or --dataset NAME.");
    }
    return named.or(() -> source.read().map(SeriesFile::series)).orElseThrow();
  }

  private FittedModel fit(ModelSettings settings, SeriesSet series, Interruption interruption)
      throws InterruptedException {
    try (Progress progress = new Progress()) {
      EpochListener epochs =
          progress.training(settings.kind().id()).until(interruption::isRequested);
      FittedModel model = new ModelFitter(settings).fit(series, options.seed(), epochs);
      return unfreeze
          ? Hybrid.unfreeze(
              model, series, options.applyTo(Hybrid.options()), options.seed(), epochs)
          : model;
    }
  }

  private Map<String, Object> provenance(FittedPipeline pipeline, SeriesSet read) {
    return Map.of(
        "trainingFile",
        source.file().map(file -> file.getFileName().toString()).orElse(read.name()),
        FittedPipeline.KEY,
        pipeline.describe(),
        "versions",
        Provenance.versions());
  }
}
