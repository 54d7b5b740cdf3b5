package org.mf4j.spark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.mf4j.files.WholeFile;
import org.mf4j.models.FittedModel;
import org.mf4j.models.ModelKind;
import org.mf4j.models.ModelSettings;
import org.mf4j.models.Settings;
import org.mf4j.papers.PaperReference;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code fit}: fits one model on the cluster and saves it where the driver runs. */
@Command(name = "fit", description = "Train one model and save it as a Deeplearning4j zip.")
final class FitCommand implements Callable<Integer> {
  private static final double NANOS = 1e9;

  @Mixin private InputOptions input;

  @Option(
      names = {"--output", "--out"},
      required = true,
      paramLabel = "FILE",
      description = "Model file to write, which mf predict reads; on the machine of the driver.")
  private Path output;

  @Mixin private SettingsOptions settings;

  @Option(
      names = "--lambda",
      paramLabel = "RULE",
      description =
          "Penalty of the readout: a number, loo or gcv. Default: that of the model's settings, as"
              + " of mf train.")
  private String lambda;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Decides every random number. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Mixin private JsonOption json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Optional<ModelSettings> given = settings.given();
    json.check();
    if (!new WholeFile(output).canBeWritten()) {
      throw new IllegalArgumentException(
          "--output " + output + ": its folder is missing or not writable; choose another.");
    }
    Dataset<Row> rows = input.read(Main.session());
    boolean classification = !ClassNames.of(rows.schema().apply("label")).isEmpty();
    PaperReference reference = PaperReference.of(input.setName(), classification);
    ModelKind kind = given.map(ModelSettings::kind).orElseGet(() -> ModelKind.of(settings.model()));
    ModelSettings papers = given.orElseGet(() -> reference.settings(kind));
    long start = System.nanoTime();
    FittedModel fitted = estimator(classification, changed(papers)).fit(rows).model();
    double seconds = (System.nanoTime() - start) / NANOS;
    fitted.save(output);
    report(fitted, given.isPresent() ? "those of --settings" : reference.describe(kind), seconds);
    return CommandLine.ExitCode.OK;
  }

  private ModelSettings changed(ModelSettings papers) {
    ModelSettings changed = settings.applyTo(papers);
    return lambda == null ? changed : Settings.LAMBDA.setText(changed, lambda);
  }

  private MemristiveEsn estimator(boolean classification, ModelSettings all) {
    MemristiveEsn estimator =
        classification ? new MemristiveEsnClassifier() : new MemristiveEsnRegressor();
    estimator.set(estimator.seed(), seed);
    estimator.set(estimator.badRows(), input.badRows());
    return estimator.setSettings(all);
  }

  private void report(FittedModel fitted, String origin, double seconds) throws IOException {
    int classes = fitted.task().classes().size();
    Object series = fitted.provenance().get("series");
    spec.commandLine()
        .getOut()
        .printf(
            Locale.ROOT,
            "Trained %s on %s series of %s (%s; settings: %s) and saved it to %s.%n",
            fitted.kind().id(),
            series,
            input.setName(),
            classes == 0 ? "numbers to regress" : classes + " classes",
            origin,
            output);
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("model", fitted.kind().id());
    report.put("dataset", input.setName());
    report.put("series", series);
    report.put("classes", fitted.task().classes());
    report.put("settings", fitted.provenance().get("settings"));
    report.put("seed", seed);
    report.put("fitSeconds", seconds);
    json.write(report);
  }
}
