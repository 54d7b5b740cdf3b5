package org.mf4j.spark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.mf4j.files.WholeFile;
import org.mf4j.models.FittedModel;
import org.mf4j.models.ModelKind;
import org.mf4j.models.ModelSettings;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code fit}: fits one model on the cluster and saves it where the driver runs. */
@Command(name = "fit", description = "Train one model and save it as a Deeplearning4j zip.")
final class FitCommand implements Callable<Integer> {
  @Mixin private InputOptions input;

  @Option(
      names = {"--output", "--out"},
      required = true,
      paramLabel = "FILE",
      description = "Model file to write, which mf predict reads; on the machine of the driver.")
  private Path output;

  @Option(
      names = "--model",
      required = true,
      paramLabel = "NAME",
      description = "mf-esn or hetero-mf-esn.")
  private String model;

  @Option(
      names = "--units",
      paramLabel = "N",
      description = "Number of neurons. Default: " + ModelSettings.DEFAULT_UNITS + ".")
  private int units = ModelSettings.DEFAULT_UNITS;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Decides every random number. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (!MemristiveEsn.MODELS.contains(model)) {
      throw new IllegalArgumentException(
          "--model %s: must be one of %s"
              .formatted(model, String.join(", ", MemristiveEsn.MODELS)));
    }
    WholeFile file = new WholeFile(output);
    if (!file.canBeWritten()) {
      throw new IllegalArgumentException(
          "--output " + output + ": its folder is missing or not writable; choose another.");
    }
    Dataset<Row> rows = input.read(Main.session());
    FittedModel fitted = estimator(rows).fit(rows).model();
    file.write(fitted::save);
    spec.commandLine()
        .getOut()
        .printf(
            "Trained %s on %s series; written to %s.%n",
            fitted.kind().id(), fitted.provenance().get("series"), output);
    return CommandLine.ExitCode.OK;
  }

  /** The settings of {@code mf train}: the preset of the heterogeneous one, lambda 1 otherwise. */
  private MemristiveEsn estimator(Dataset<Row> rows) {
    MemristiveEsn estimator =
        ClassNames.of(rows.schema().apply("label")).isEmpty()
            ? new MemristiveEsnRegressor()
            : new MemristiveEsnClassifier();
    if (model.equals(ModelKind.HETERO_MF_ESN.id())) {
      estimator.setHeterogeneous(units);
    }
    estimator.set(estimator.units(), units);
    estimator.set(estimator.seed(), seed);
    estimator.set(estimator.badRows(), input.badRows());
    return estimator;
  }
}
