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
import org.mf4j.cli.output.Expense;
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
import org.mf4j.training.TrainingPage;
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
      names = "--ui",
      description =
          "Show training live on Deeplearning4j's web page, http://localhost:9000/train/overview,"
              + " which stays until Enter is pressed.")
  private boolean ui;

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
    OutputFile.of("--out", out);
    Outputs outputs =
        new Outputs(
            Optional.ofNullable(card).map(at -> OutputFile.of("--card", at)),
            Optional.ofNullable(report).map(at -> OutputFile.of("--report", at)));
    Optional<ModelSettings> given = options.given();
    ModelKind kind = modelName.value(given);
    ModelKind result = unfreeze ? Hybrid.trainedKind(kind) : kind;
    SeriesFile read = read();
    FittedPipeline pipeline = transforms.pipeline().fit(read.series());
    SeriesSet series =
        LearnableClasses.require(FiniteValues.require(pipeline.apply(read.series())));
    PaperReference reference = PaperReference.of(series);
    Lesson lesson = new Lesson(read, pipeline, series, settings(given, kind, reference), result);
    Warnings.print(spec.commandLine(), List.of(lesson.settings()), series);
    Expense.print(spec.commandLine(), List.of(lesson.settings()), series);
    ResumableTraining training =
        new ResumableTraining(new ResumableTraining.StateFile(out, run(lesson)), resume);
    String origin = given.isPresent() ? "those of --settings" : reference.describe(kind);
    if (!ui) {
      return train(lesson, outputs, training, training::telling, origin);
    }
    try (TrainingPage page = TrainingPage.open()) {
      say("Training shows at " + page.address());
      int code =
          train(lesson, outputs, training, told -> page.showing(training.telling(told)), origin);
      if (code == CommandLine.ExitCode.OK && Boolean.getBoolean("mf.terminal")) {
        say("Press Enter to close the page.");
        System.in.read();
      }
      return code;
    }
  }

  private void say(String line) {
    spec.commandLine().getErr().println(line);
    spec.commandLine().getErr().flush();
  }

  private int train(
      Lesson lesson,
      Outputs outputs,
      ResumableTraining training,
      UnaryOperator<EpochListener> shown,
      String origin)
      throws IOException, InterruptedException {
    try (Interruption interruption = new Interruption()) {
      Optional<String> stopped = train(lesson, outputs, training, shown, interruption);
      if (stopped.isPresent()) {
        return Interruption.tell(spec.commandLine(), stopped.get());
      }
    }
    tellResult(lesson, origin);
    return CommandLine.ExitCode.OK;
  }

  /**
   * What is written beside the model, which saves itself as a whole.
   *
   * @param card its card, if wanted
   * @param losses the curves of training, if wanted
   */
  private record Outputs(Optional<WholeFile> card, Optional<WholeFile> losses) {}

  /**
   * What is learned, and by what.
   *
   * @param read the series as they were read
   * @param pipeline what is done to them
   * @param series what comes out
   * @param settings of the model
   * @param result the kind of the model that comes out
   */
  private record Lesson(
      SeriesFile read,
      FittedPipeline pipeline,
      SeriesSet series,
      ModelSettings settings,
      ModelKind result) {}

  /** Trains and writes; where Ctrl-C ended it, returns the end of a sentence. */
  private Optional<String> train(
      Lesson lesson,
      Outputs outputs,
      ResumableTraining training,
      UnaryOperator<EpochListener> shown,
      Interruption interruption)
      throws IOException, InterruptedException {
    ModelSettings settings = lesson.settings();
    TrainingCurves curves = new TrainingCurves(validates(settings));
    FittedModel model =
        fit(settings, lesson.series(), interruption, told -> shown.apply(curves.telling(told)))
            .withProvenance(provenance(lesson));
    model.save(out);
    if (outputs.losses().isPresent()) {
      Report page = curves.page(lesson.result(), Provenance.of(spec, Map.of()));
      outputs.losses().get().write(page::writeTo);
    }
    if (training.isStopped()) {
      return Optional.of(
          "before the last epoch; "
              + out
              + " holds what was learned so far"
              + training.keep(noise(settings)));
    }
    training.forget();
    if (outputs.card().isPresent()) {
      Report page = card(model, lesson, interruption);
      if (interruption.isRequested()) {
        return Optional.of("before the model card was written; " + out + " is whole.");
      }
      outputs.card().get().write(page::writeTo);
    }
    return Optional.empty();
  }

  private ModelSettings settings(
      Optional<ModelSettings> given, ModelKind kind, PaperReference reference) {
    ModelSettings chosen =
        options.applyTo(given.orElseGet(() -> options.trainedByProtocol(reference.settings(kind))));
    return unfreeze ? chosen : chosen.withProbabilities();
  }

  private void tellResult(Lesson lesson, String settings) {
    SeriesSet series = lesson.series();
    spec.commandLine()
        .getOut()
        .printf(
            Locale.ROOT,
            "Trained %s on %d series of %s (%s; settings: %s) and saved it to %s.%n",
            lesson.result().id(),
            series.size(),
            series.name(),
            series.isClassification()
                ? series.occurringClasses().size() + " classes"
                : "numbers to regress",
            settings,
            out);
  }

  private Report card(FittedModel model, Lesson lesson, Interruption interruption)
      throws InterruptedException {
    CrossValidation unseen =
        CrossValidation.of(
            lesson.read().series(),
            transforms.pipeline(),
            part -> fit(lesson.settings(), part, interruption, UnaryOperator.identity()),
            FOLDS,
            options.seed());
    List<String> stability = Advice.on(model, lesson.series(), options.seed());
    return new ModelCard(model, lesson.read(), unseen, stability, Provenance.of(spec, Map.of()))
        .page();
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
  private Map<String, Object> run(Lesson lesson) {
    Map<String, Object> run = new LinkedHashMap<>(lesson.settings().describe());
    if (unfreeze) {
      run.put("unfreeze", options.applyTo(Hybrid.options()).toString());
    }
    run.put("seed", options.seed());
    run.put("series", Sha256.of(lesson.series()));
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

  private Map<String, Object> provenance(Lesson lesson) {
    return Map.of(
        "trainingFile",
        source
            .file()
            .map(file -> file.getFileName().toString())
            .orElse(lesson.read().series().name()),
        FittedPipeline.KEY,
        lesson.pipeline().describe(),
        "versions",
        Provenance.versions());
  }
}
