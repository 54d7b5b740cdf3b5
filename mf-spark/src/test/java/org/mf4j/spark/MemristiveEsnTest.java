package org.mf4j.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.evaluation.MulticlassClassificationEvaluator;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.tuning.CrossValidator;
import org.apache.spark.ml.tuning.CrossValidatorModel;
import org.apache.spark.ml.tuning.ParamGridBuilder;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mf4j.data.series.Series;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.models.FittedModel;
import org.mf4j.models.ModelFitter;
import org.mf4j.models.ModelKind;
import org.mf4j.training.EpochListener;

class MemristiveEsnTest {
  private static final int UNITS = 20;
  private static final StructType SCHEMA =
      new StructType()
          .add("id", DataTypes.StringType)
          .add("series", DataTypes.createArrayType(DataTypes.createArrayType(DataTypes.DoubleType)))
          .add("label", DataTypes.DoubleType);
  private static SparkSession spark;

  @BeforeAll
  static void start() {
    spark =
        SparkSession.builder()
            .master("local[2]")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.shuffle.partitions", "2")
            .config("spark.driver.host", "localhost")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .getOrCreate();
    spark.sparkContext().setLogLevel("OFF");
  }

  @AfterAll
  static void stop() {
    spark.stop();
  }

  /** Slow and fast waves with noise, of lengths from 20 to 29, in two channels. */
  private static SeriesSet waves(List<String> classes) {
    Random random = new Random(1);
    List<Series> all = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      double speed = i % 2 == 0 ? 0.3 : 0.6;
      double[][] values = new double[2][20 + i % 10];
      for (int t = 0; t < values[0].length; t++) {
        values[0][t] = Math.sin(speed * t + i) + 0.1 * random.nextGaussian();
        values[1][t] = Math.cos(speed * t + i) + 0.1 * random.nextGaussian();
      }
      all.add(new Series(values, classes.isEmpty() ? speed : i % 2));
    }
    return new SeriesSet("waves", classes, all);
  }

  private static List<Row> rows(SeriesSet set) {
    List<Row> rows = new ArrayList<>();
    set.series().forEach(one -> rows.add(row("s" + one.number(), one.channels(), one.target())));
    return rows;
  }

  private static Row row(String id, double[][] channels, Double label) {
    return RowFactory.create(id, channels, label);
  }

  private static Dataset<Row> frame(List<Row> rows) {
    return spark.createDataFrame(rows, SCHEMA).repartition(2);
  }

  private static MemristiveEsnClassifier classifier() {
    MemristiveEsnClassifier classifier = new MemristiveEsnClassifier();
    classifier.set(classifier.units(), UNITS);
    classifier.set(classifier.seed(), 7L);
    return classifier;
  }

  private static FittedModel local(SeriesSet set) throws InterruptedException {
    return new ModelFitter(ModelKind.MF_ESN.plain().withUnits(UNITS))
        .fit(set, 7, EpochListener.NONE);
  }

  private static void assertSame(FittedModel actual, FittedModel expected) {
    double[] weights = expected.network().params().toDoubleVector();
    double largest = expected.network().params().amaxNumber().doubleValue();
    assertThat(actual.network().params().toDoubleVector())
        .containsExactly(weights, within(2e-6 * largest));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 64})
  void anyPartitionsGiveTheModelOfOneMachine(int partitions) throws Exception {
    SeriesSet set = waves(List.of("0", "1"));
    List<Row> rows = rows(set);
    Collections.shuffle(rows, new Random(partitions));
    Dataset<Row> data = spark.createDataFrame(rows, SCHEMA).repartition(partitions);
    assertThat(data.javaRDD().getNumPartitions()).isEqualTo(partitions);
    assertSame(classifier().fit(data).model(), local(set));
  }

  @Test
  void oneSeriesPerPartitionAndEmptyOnesGiveIt() throws Exception {
    SeriesSet set = waves(List.of("0", "1"));
    Dataset<Row> data =
        spark.createDataFrame(
            JavaSparkContext.fromSparkContext(spark.sparkContext()).parallelize(rows(set), 80),
            SCHEMA);
    assertSame(classifier().fit(data).model(), local(set));
  }

  @Test
  void numbersAreRegressedAsOnOneMachine() throws Exception {
    SeriesSet set = waves(List.of());
    MemristiveEsnRegressor regressor = new MemristiveEsnRegressor();
    regressor.set(regressor.units(), UNITS);
    regressor.set(regressor.seed(), 7L);
    MemristiveEsnModel model = regressor.fit(frame(rows(set)));
    FittedModel expected = local(set);
    assertSame(model.model(), expected);
    Dataset<Row> scored = model.transform(spark.createDataFrame(rows(set), SCHEMA).coalesce(1));
    double[] predictions =
        scored.select("prediction").collectAsList().stream()
            .mapToDouble(row -> row.getDouble(0))
            .toArray();
    assertThat(predictions).containsExactly(expected.predict(set), within(1e-4));
  }

  @Test
  void pipelinesAndEvaluatorsTakeItAndItIsSavedWithThem(@TempDir Path folder) throws Exception {
    Dataset<Row> data = frame(rows(waves(List.of("0", "1"))));
    PipelineModel fitted = new Pipeline().setStages(new PipelineStage[] {classifier()}).fit(data);
    MulticlassClassificationEvaluator evaluator =
        new MulticlassClassificationEvaluator().setMetricName("accuracy");
    double accuracy = evaluator.evaluate(fitted.transform(data));
    assertThat(accuracy).isEqualTo(local(waves(List.of("0", "1"))).score(waves(List.of("0", "1"))));
    String path = folder.resolve("pipeline").toUri().toString();
    fitted.save(path);
    assertThat(evaluator.evaluate(PipelineModel.load(path).transform(data))).isEqualTo(accuracy);
  }

  @Test
  void anEstimatorIsReadAsItWasSaved(@TempDir Path folder) throws Exception {
    String path = folder.resolve("estimator").toUri().toString();
    classifier().save(path);
    MemristiveEsnClassifier read = MemristiveEsnClassifier.load(path);
    assertThat(read.getOrDefault(read.units())).isEqualTo(UNITS);
    assertThat(read.getOrDefault(read.seed())).isEqualTo(7L);
  }

  @Test
  void crossValidationChoosesAmongItsPenalties() {
    MemristiveEsnClassifier classifier = classifier();
    ParamMap[] grid =
        new ParamGridBuilder().addGrid(classifier.lambda(), new double[] {0.1, 1e9}).build();
    CrossValidatorModel chosen =
        new CrossValidator()
            .setEstimator(classifier)
            .setEstimatorParamMaps(grid)
            .setEvaluator(new MulticlassClassificationEvaluator().setMetricName("accuracy"))
            .setNumFolds(2)
            .setSeed(1)
            .fit(frame(rows(waves(List.of("0", "1")))));
    double[] accuracies = chosen.avgMetrics();
    assertThat(accuracies[0]).isNotEqualTo(accuracies[1]);
    double better = accuracies[0] > accuracies[1] ? 0.1 : 1e9;
    FittedModel best = ((MemristiveEsnModel) chosen.bestModel()).model();
    assertThat(best.provenance().get("settings"))
        .asInstanceOf(InstanceOfAssertFactories.MAP)
        .containsEntry("lambda", better);
  }

  @Test
  void badRowsFailByNameOrAreDroppedOrKept() {
    List<Row> rows = rows(waves(List.of("0", "1")));
    rows.add(row("broken", new double[][] {{1, Double.NaN}, {1, 2}}, 1.0));
    rows.add(row("ragged", new double[][] {{1, 2, 3}, {1, 2}}, 1.0));
    rows.add(RowFactory.create("none", null, 1.0));
    Dataset<Row> data = frame(rows);
    assertThatThrownBy(() -> classifier().fit(frame(rows.subList(0, 61))))
        .hasMessageContaining("row broken has a value that is missing or not finite: NaN");
    MemristiveEsnClassifier dropping = classifier();
    dropping.set(dropping.badRows(), "drop");
    MemristiveEsnModel model = dropping.fit(data);
    assertThat(model.model().provenance()).containsEntry("series", 60);
    assertThat(model.transform(data).count()).isEqualTo(60);
    model.set(model.badRows(), "keep");
    Dataset<Row> kept = model.transform(data);
    assertThat(kept.count()).isEqualTo(63);
    assertThat(kept.filter("isnan(prediction)").count()).isEqualTo(3);
  }

  @Test
  void missingAndWrongColumnsAreNamed() {
    Dataset<Row> data = frame(rows(waves(List.of("0", "1"))));
    assertThatThrownBy(() -> classifier().fit(data.drop("series")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("seriesCol = series: there is no such column; must be one of id, label");
    assertThatThrownBy(() -> classifier().fit(data.withColumn("label", data.col("id"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("labelCol = label: the column has type string; must be double");
  }

  @Test
  void oneClassCannotBeLearnedFrom() {
    Dataset<Row> data = frame(rows(waves(List.of("0", "1")))).filter("label = 1");
    assertThatThrownBy(() -> classifier().fit(data)).hasMessageContaining("the same label");
  }
}
