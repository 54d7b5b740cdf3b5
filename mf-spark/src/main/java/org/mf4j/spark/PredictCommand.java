package org.mf4j.spark;

import static org.apache.spark.ml.functions.vector_to_array;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.when;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.storage.StorageLevel;
import org.mf4j.models.FittedModel;
import org.mf4j.models.Metric;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code predict}: applies a saved model to series on the cluster. */
@Command(name = "predict", description = "Predict the targets of series with a saved model.")
final class PredictCommand implements Callable<Integer> {
  private static final String TRUTH = "truth";

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

  @Mixin private JsonOption json;

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
    json.check();
    Dataset<Row> rows = input.read(Main.session());
    List<Column> columns = columns(model);
    Column label = label(rows);
    Dataset<Row> answers =
        scoring.transform(rows).select(with(columns, label).toArray(Column[]::new));
    // Small, without the series; asked twice.
    answers.persist(StorageLevel.MEMORY_AND_DISK());
    try {
      answers.drop(TRUTH).write().option("header", true).mode(SaveMode.ErrorIfExists).csv(output);
      report(model, answers);
    } finally {
      answers.unpersist();
    }
    return CommandLine.ExitCode.OK;
  }

  /** The target in the words of the predictions; null where it is not known. */
  private static Column label(Dataset<Row> rows) {
    if (!Arrays.asList(rows.columns()).contains("label")) {
      return lit(null).cast("string").as(TRUTH);
    }
    List<String> names = ClassNames.of(rows.schema().apply("label"));
    return (names.isEmpty() ? col("label") : name(names, col("label"))).as(TRUTH);
  }

  private static List<Column> with(List<Column> columns, Column more) {
    List<Column> all = new ArrayList<>(columns);
    all.add(more);
    return all;
  }

  private void report(FittedModel model, Dataset<Row> answers) throws IOException {
    Column told = col("prediction");
    Column truth = col(TRUTH);
    Metric metric = model.task().metric();
    Column score =
        model.task().isClassification()
            ? avg(when(truth.isNotNull(), told.equalTo(truth).cast("double")))
            : sqrt(avg(pow(told.minus(truth.cast("double")), 2)));
    Row found = answers.agg(count(lit(1)), score).head();
    boolean scored = !found.isNullAt(1) && Double.isFinite(found.getDouble(1));
    spec.commandLine()
        .getOut()
        .printf(
            Locale.ROOT,
            "Predicted %d series with %s%s; written to %s.%n",
            found.getLong(0),
            model.kind().id(),
            scored ? ", %s %.4f".formatted(metric.id(), found.getDouble(1)) : "",
            output);
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("model", model.kind().id());
    report.put("series", found.getLong(0));
    report.put("metric", metric.id());
    report.put("score", scored ? found.getDouble(1) : null);
    json.write(report);
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
