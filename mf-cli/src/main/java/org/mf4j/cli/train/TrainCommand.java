package org.mf4j.cli.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.mf4j.cli.options.DeviceOption;
import org.mf4j.cli.options.ModelOption;
import org.mf4j.cli.options.ModelOptions;
import org.mf4j.cli.options.OutputFile;
import org.mf4j.cli.options.SourceOptions;
import org.mf4j.cli.options.TransformOption;
import org.mf4j.cli.output.Advice;
import org.mf4j.cli.output.Interruption;
import org.mf4j.cli.output.Progress;
import org.mf4j.cli.output.Provenance;
import org.mf4j.cli.output.Warnings;
import org.mf4j.data.formats.SeriesFile;
import org.mf4j.data.series.FiniteValues;
import org.mf4j.data.series.LearnableClasses;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.data.series.Sha256;
import org.mf4j.data.transform.FittedPipeline;
import org.mf4j.experiment.CrossValidation;
import org.mf4j.figures.report.Report;
import org.mf4j.files.WholeFile;
import org.mf4j.models.FittedModel;
import org.mf4j.models.Hybrid;
import org.mf4j.models.MemristiveSettings;
import org.mf4j.models.ModelFitter;
import org.mf4j.models.ModelKind;
import org.mf4j.models.ModelSettings;
import org.mf4j.models.TrainingSettings;
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
  private static final int FOLDS = 5;

  @Mixin private ModelOption modelName;

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

  @Option(
      names = "--card",
      paramLabel = "FILE",
      description =
          "Also write a model card, one HTML page: data, settings, stability, and how good the model"
              + " is by five-fold cross-validation, for which five more are fitted.")
  private Path card;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description =
          "Also write one HTML page with the losses of all epochs: of the series that are trained on"
              + " and of those that decide when to stop.")
  private Path report;

  @Option(
      names = "--resume",
      description =
          "Go on with training that Ctrl-C ended: give the same options and data again, and it ends"
              + " with the same numbers as without the interruption.")
  private boolean resume;

  @Mixin private ModelOptions options;

  @Mixin private DeviceOption device;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    device.choose();
    WholeFile file = OutputFile.of("--out", out);
    Optional<WholeFile> page = Optional.ofNullable(card).map(at -> OutputFile.of("--card", at));
    Optional<WholeFile> losses =
        Optional.ofNullable(report).map(at -> OutputFile.of("--report", at));
    Optional<ModelSettings> given = options.given();
    ModelKind kind = modelName.value(given);
    ModelKind result = unfreeze ? Hybrid.trainedKind(kind) : kind;
    SeriesFile read = read();
    FittedPipeline pipeline = transforms.pipeline().fit(read.series());
    SeriesSet series =
        LearnableClasses.require(FiniteValues.require(pipeline.apply(read.series())));
    PaperReference reference = PaperReference.of(series);
    ModelSettings settings = settings(given, kind, reference);
    Warnings.print(spec.commandLine(), List.of(settings), series);
    ResumableTraining training =
        new ResumableTraining(new ResumableTraining.StateFile(out, run(settings, series)), resume);
    TrainingCurves curves = new TrainingCurves(validates(settings));
    try (Interruption interruption = new Interruption()) {
      FittedModel model =
          fit(settings, series, interruption, told -> training.telling(curves.telling(told)))
              .withProvenance(provenance(pipeline, read));
      file.write(model::save);
      if (losses.isPresent()) {
        losses.get().write(curves.page(result, Provenance.of(spec, Map.of()))::writeTo);
      }
      if (training.isStopped()) {
        return Interruption.tell(
            spec.commandLine(),
            "before the last epoch; "
                + out
                + " holds what was learned so far"
                + training.keep(noise(settings)));
      }
      training.forget();
      if (page.isPresent()) {
        Report written = card(model, read, settings, interruption);
        if (interruption.isRequested()) {
          return Interruption.tell(
              spec.commandLine(), "before the model card was written; " + out + " is whole.");
        }
        page.get().write(written::writeTo);
      }
    }
    tellResult(
        result, series, given.isPresent() ? "those of --settings" : reference.describe(kind));
    return CommandLine.ExitCode.OK;
  }

  private ModelSettings settings(
      Optional<ModelSettings> given, ModelKind kind, PaperReference reference) {
    ModelSettings chosen =
        options.applyTo(given.orElseGet(() -> options.trainedByProtocol(reference.settings(kind))));
    return unfreeze ? chosen : chosen.withProbabilities();
  }

  private void tellResult(ModelKind result, SeriesSet series, String settings) {
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
            settings,
            out);
  }

  private Report card(
      FittedModel model, SeriesFile read, ModelSettings settings, Interruption interruption)
      throws InterruptedException {
    CrossValidation unseen =
        CrossValidation.of(
            read.series(),
            transforms.pipeline(),
            part -> fit(settings, part, interruption, UnaryOperator.identity()),
            FOLDS,
            options.seed());
    SeriesSet series = FittedPipeline.of(model.provenance()).apply(read.series());
    List<String> stability = Advice.on(model, series, options.seed());
    return new ModelCard(model, read, unseen, stability, Provenance.of(spec, Map.of())).page();
  }

  private SeriesFile read() {
    Optional<SeriesFile> named =
        source
            .named()
            .map(sets -> new SeriesFile(sets.train(), sets.sha256().get("train"), sets.notes()));
    if (named.isPresent() == source.file().isPresent()) {
      throw new IllegalArgumentException("Name either --train FILE or --dataset NAME.");
    }
    return named.or(source::read).orElseThrow();
  }

  private FittedModel fit(
      ModelSettings settings,
      SeriesSet series,
      Interruption interruption,
      UnaryOperator<EpochListener> telling)
      throws InterruptedException {
    try (Progress progress = new Progress()) {
      EpochListener epochs =
          telling.apply(
              progress
                  .training(settings.kind().id(), validates(settings))
                  .until(interruption::isRequested));
      FittedModel model = new ModelFitter(settings).fit(series, options.seed(), epochs);
      return unfreeze
          ? Hybrid.unfreeze(
              model, series, options.applyTo(Hybrid.options()), options.seed(), epochs)
          : model;
    }
  }

  private static boolean validates(ModelSettings settings) {
    return TrainingSettings.VALIDATION_SHARE.get(settings).orElse(0.0) > 0;
  }

  /** All that the end of training depends on. */
  private Map<String, Object> run(ModelSettings settings, SeriesSet series) {
    Map<String, Object> run = new LinkedHashMap<>(settings.describe());
    if (unfreeze) {
      run.put("unfreeze", options.applyTo(Hybrid.options()).toString());
    }
    run.put("seed", options.seed());
    run.put("series", Sha256.of(series));
    run.putAll(Provenance.ofLibraries());
    return run;
  }

  /** Draws in training are counted from where a network is made. */
  private static boolean noise(ModelSettings settings) {
    return settings.values().keySet().stream()
        .anyMatch(
            Set.of(
                    MemristiveSettings.NOISE.id(),
                    MemristiveSettings.JUMP_RATE.id(),
                    TrainingSettings.READ_NOISE.id())
                ::contains);
  }

  private Map<String, Object> provenance(FittedPipeline pipeline, SeriesFile read) {
    return Map.of(
        "trainingFile",
        source.file().map(file -> file.getFileName().toString()).orElse(read.series().name()),
        FittedPipeline.KEY,
        pipeline.describe(),
        "versions",
        Provenance.versions());
  }
}
