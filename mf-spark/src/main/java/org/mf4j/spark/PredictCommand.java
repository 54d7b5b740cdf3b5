package org.mf4j.spark;

import static org.apache.spark.ml.functions.vector_to_array;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.mf4j.models.FittedModel;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code predict}: applies a saved model to series on the cluster. */
@Command(name = "predict", description = "Predict the targets of series with a saved model.")
final class PredictCommand implements Callable<Integer> {
  @Mixin private InputOptions input;

  @Option(
      names = "--model-file",
      required = true,
      paramLabel = "FILE",
      description = "Model that fit or mf train has saved; on the machine of the driver.")
  private Path modelFile;

  @Option(
      names = {"--output", "--out"},
      required = true,
      paramLabel = "FOLDER",
      description =
          "Folder of CSV files to write: the id of every series and its prediction; wherever Spark"
              + " writes to.")
  private String output;

  @Option(names = "--probabilities", description = "Write the probability of every class, too.")
  private boolean probabilities;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    FittedModel model = FittedModel.load(modelFile);
    if (probabilities && !model.givesProbabilities()) {
      throw new IllegalArgumentException(
          "--probabilities: %s gives none; leave the option out.".formatted(modelFile));
    }
    MemristiveEsnModel scoring = MemristiveEsnModel.of(model);
    scoring.set(scoring.badRows(), input.badRows());
    Dataset<Row> answers = scoring.transform(input.read(Main.session()));
    answers
        .select(columns(model).toArray(Column[]::new))
        .write()
        .option("header", true)
        .mode(SaveMode.ErrorIfExists)
        .csv(output);
    spec.commandLine()
        .getOut()
        .printf("Predicted with %s; written to %s.%n", model.kind().id(), output);
    return CommandLine.ExitCode.OK;
  }

  private List<Column> columns(FittedModel model) {
    List<String> classes = model.task().classes();
    Column prediction = col("prediction");
    List<Column> columns = new ArrayList<>();
    columns.add(col("id"));
    columns.add((classes.isEmpty() ? prediction : name(classes, prediction)).as("prediction"));
    if (probabilities) {
      Column all = vector_to_array(col("probability"), "float64");
      IntStream.range(0, classes.size())
          .mapToObj(k -> all.getItem(k).as("p(" + classes.get(k) + ")"))
          .forEach(columns::add);
    }
    return columns;
  }

  /** Of a row that was kept though it is bad, null. */
  private static Column name(List<String> classes, Column prediction) {
    Column[] names =
        classes.stream().map(org.apache.spark.sql.functions::lit).toArray(Column[]::new);
    return when(not(prediction.isNaN()), element_at(array(names), prediction.cast("int").plus(1)));
  }
}
