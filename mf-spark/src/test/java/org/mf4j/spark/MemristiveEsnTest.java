package org.mf4j.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.evaluation.MulticlassClassificationEvaluator;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.tuning.CrossValidator;
import org.apache.spark.ml.tuning.CrossValidatorModel;
import org.apache.spark.ml.tuning.ParamGridBuilder;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mf4j.data.series.DataException;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.models.FittedModel;
import org.mf4j.models.ModelFitter;
import org.mf4j.models.ModelKind;
import org.mf4j.models.ModelSettings;
import org.mf4j.models.ReservoirLearning;
import org.mf4j.models.Settings;
import org.mf4j.readout.LambdaRule;
import org.mf4j.readout.RidgeOptions;
import org.mf4j.training.EpochListener;

class MemristiveEsnTest {
  private static final int UNITS = 20;
  private static final SparkSession SPARK = LocalSpark.session();

  private static Dataset<Row> frame(List<Row> rows) {
    return Waves.frame(rows, 2);
  }

  private static MemristiveEsnClassifier classifier() {
    MemristiveEsnClassifier classifier = new MemristiveEsnClassifier();
    classifier.set(classifier.units(), UNITS);
    classifier.set(classifier.seed(), 7L);
    return classifier;
  }

  private static FittedModel local(SeriesSet set) throws InterruptedException {
    return local(ModelKind.MF_ESN.plain().withUnits(UNITS), set);
  }

  private static FittedModel local(ModelSettings settings, SeriesSet set)
      throws InterruptedException {
    return new ModelFitter(settings.withProbabilities()).fit(set, 7, EpochListener.NONE);
  }

  private static ModelSettings leavingOneOut() {
    ModelSettings plain = ModelKind.MF_ESN.plain().withUnits(UNITS);
    return plain.withLearning(
        ((ReservoirLearning) plain.learning()).withReadout(RidgeOptions.leaveOneOut()));
  }

  private static void assertSame(FittedModel actual, FittedModel expected) {
    assertSame(actual, expected, 2e-6);
  }

  private static void assertSame(FittedModel actual, FittedModel expected, double share) {
    double[] weights = expected.network().params().toDoubleVector();
    double largest = expected.network().params().amaxNumber().doubleValue();
    assertThat(actual.network().params().toDoubleVector())
        .containsExactly(weights, within(share * largest));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 64})
  void anyPartitionsGiveTheModelOfOneMachine(int partitions) throws Exception {
    SeriesSet set = Waves.of(List.of("0", "1"));
    List<Row> rows = Waves.rows(set);
    Collections.shuffle(rows, new Random(partitions));
    Dataset<Row> data = SPARK.createDataFrame(rows, Waves.SCHEMA).repartition(partitions);
    assertThat(data.javaRDD().getNumPartitions()).isEqualTo(partitions);
    assertSame(classifier().fit(data).model(), local(set));
  }

  @Test
  void oneSeriesPerPartitionAndEmptyOnesGiveIt() throws Exception {
    SeriesSet set = Waves.of(List.of("0", "1"));
    Dataset<Row> data =
        SPARK.createDataFrame(
            JavaSparkContext.fromSparkContext(SPARK.sparkContext())
                .parallelize(Waves.rows(set), 80),
            Waves.SCHEMA);
    assertSame(classifier().fit(data).model(), local(set));
  }

  @Test
  void numbersAreRegressedAsOnOneMachine() throws Exception {
    SeriesSet set = Waves.of(List.of());
    MemristiveEsnRegressor regressor = new MemristiveEsnRegressor();
    regressor.set(regressor.units(), UNITS);
    regressor.set(regressor.seed(), 7L);
    MemristiveEsnModel model = regressor.fit(frame(Waves.rows(set)));
    FittedModel expected = local(set);
    assertSame(model.model(), expected);
    Dataset<Row> scored =
        model.transform(SPARK.createDataFrame(Waves.rows(set), Waves.SCHEMA).coalesce(1));
    double[] predictions =
        scored.select("prediction").collectAsList().stream()
            .mapToDouble(row -> row.getDouble(0))
            .toArray();
    assertThat(predictions).containsExactly(expected.predict(set), within(1e-4));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 64})
  void penaltiesAreChosenByLeavingOneOutAsOnOneMachine(int partitions) throws Exception {
    SeriesSet set = Waves.of(List.of("0", "1"));
    MemristiveEsnClassifier classifier = classifier();
    classifier.set(classifier.lambdaRule(), "loo");
    classifier.set(classifier.standardise(), true);
    FittedModel actual = classifier.fit(frame(Waves.rows(set)).repartition(partitions)).model();
    // A small penalty magnifies how states, which are floats, round in batches of another size.
    assertSame(actual, local(leavingOneOut(), set), 1e-4);
    assertThat(actual.provenance().get("settings"))
        .isEqualTo(local(leavingOneOut(), set).provenance().get("settings"));
  }

  @Test
  void probabilitiesAreThoseOfOneMachine() throws Exception {
    SeriesSet set = Waves.of(List.of("0", "1"));
    Dataset<Row> data = SPARK.createDataFrame(Waves.rows(set), Waves.SCHEMA).coalesce(1);
    Dataset<Row> scored = classifier().fit(data).transform(data);
    double[][] expected = local(set).probabilities(set);
    List<Row> answers = scored.select("rawPrediction", "probability", "prediction").collectAsList();
    for (int i = 0; i < expected.length; i++) {
      double[] raw = answers.get(i).<Vector>getAs(0).toArray();
      double[] probability = answers.get(i).<Vector>getAs(1).toArray();
      assertThat(probability).containsExactly(expected[i], within(1e-5));
      double odds = Math.exp(raw[1] - raw[0]);
      assertThat(probability[1]).isCloseTo(odds / (1 + odds), within(1e-5));
      assertThat(answers.get(i).getDouble(2)).isEqualTo(probability[1] > probability[0] ? 1 : 0);
    }
    double loss = new MulticlassClassificationEvaluator().setMetricName("logLoss").evaluate(scored);
    double sum = 0;
    for (int i = 0; i < expected.length; i++) {
      sum -= Math.log(expected[i][(int) set.series().get(i).target()]);
    }
    assertThat(loss).isCloseTo(sum / expected.length, within(1e-4));
  }

  @Test
  void whoAsksForNoProbabilitiesGetsScores() {
    Dataset<Row> data = frame(Waves.rows(Waves.of(List.of("0", "1"))));
    MemristiveEsnClassifier classifier = classifier();
    classifier.set(classifier.calibrated(), false);
    assertThat(classifier.fit(data).transform(data).columns())
        .containsExactly("id", "series", "label", "rawPrediction", "prediction");
    assertThat(classifier.transformSchema(data.schema()).fieldNames())
        .containsExactly("id", "series", "label", "rawPrediction", "prediction");
    MemristiveEsnClassifier without = classifier();
    without.set(without.lambda(), 0.0);
    assertThat(without.transformSchema(data.schema()).fieldNames()).doesNotContain("probability");
  }

  @Test
  void pipelinesAndEvaluatorsTakeItAndItIsSavedWithThem(@TempDir Path folder) throws Exception {
    Dataset<Row> data = frame(Waves.rows(Waves.of(List.of("0", "1"))));
    PipelineModel fitted = new Pipeline().setStages(new PipelineStage[] {classifier()}).fit(data);
    MulticlassClassificationEvaluator evaluator =
        new MulticlassClassificationEvaluator().setMetricName("accuracy");
    double accuracy = evaluator.evaluate(fitted.transform(data));
    assertThat(accuracy)
        .isEqualTo(local(Waves.of(List.of("0", "1"))).score(Waves.of(List.of("0", "1"))));
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
            .fit(frame(Waves.rows(Waves.of(List.of("0", "1")))));
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
    List<Row> rows = Waves.rows(Waves.of(List.of("0", "1")));
    rows.add(Waves.row("broken", new double[][] {{1, Double.NaN}, {1, 2}}, 1.0));
    rows.add(Waves.row("ragged", new double[][] {{1, 2, 3}, {1, 2}}, 1.0));
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
    Dataset<Row> data = frame(Waves.rows(Waves.of(List.of("0", "1"))));
    assertThatThrownBy(() -> classifier().fit(data.drop("series")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("seriesCol = series: there is no such column; must be one of id, label");
    assertThatThrownBy(() -> classifier().fit(data.withColumn("label", data.col("id"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("labelCol = label: the column has type string; must be double");
  }

  @Test
  void oneClassCannotBeLearnedFrom() {
    Dataset<Row> data = frame(Waves.rows(Waves.of(List.of("0", "1")))).filter("label = 1");
    assertThatThrownBy(() -> classifier().fit(data)).hasMessageContaining("the same label");
  }

  /** Numbers to regress, say. */
  @Test
  void labelsThatAreNoClassesAreRefused() {
    Dataset<Row> data = frame(Waves.rows(Waves.of(List.of("0", "1"))));
    assertThatThrownBy(
            () -> classifier().fit(data.withColumn("label", functions.expr("label * 1e9"))))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith(
            "the largest label is 1.0E9; a classifier takes indices of classes");
    assertThatThrownBy(
            () -> classifier().fit(data.withColumn("label", functions.expr("label - .5"))))
        .rootCause()
        .hasMessageContaining(", which is no index of a class");
    Dataset<Row> some = data.withColumn("label", functions.expr("nullif(label, 1) + 'NaN'"));
    assertThatThrownBy(() -> classifier().fit(some))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("no row has a label");
  }

  /** Whose name is not known. */
  @Test
  void aBadRowWithoutIdIsNamedByItsValues() {
    List<Row> rows = Waves.rows(Waves.of(List.of("0", "1")));
    rows.add(Waves.row("broken", new double[][] {{1, 2}, {3, Double.NaN}}, 1.0));
    assertThatThrownBy(() -> classifier().fit(frame(rows).drop("id")))
        .rootCause()
        .hasMessage(
            "row [[[1.0, 2.0], [3.0, NaN]], 1.0] has a value that is missing or not finite: NaN;"
                + " correct it, or set badRows to drop.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"mf-esn", "hetero-mf-esn", "plain-hetero-mf-esn"})
  void whereEveryRowIsBadAFitSaysSo(String model) {
    Dataset<Row> data =
        frame(Waves.rows(Waves.of(List.of("0", "1"))))
            .withColumn("series", functions.expr("array(array(1d), array(double('NaN')))"));
    MemristiveEsnClassifier dropping = classifier();
    dropping.set(dropping.badRows(), "drop");
    dropping.set(dropping.model(), model);
    assertThatThrownBy(() -> dropping.fit(data))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("no row is left to learn from");
  }

  @Test
  void settingsOfASearchAreThoseOfTheModel() throws Exception {
    SeriesSet set = Waves.of(List.of("0", "1"));
    ModelSettings settings =
        Settings.INPUT_SCALING
            .setText(ModelKind.MF_ESN.plain().withUnits(7), ".3")
            .with(Settings.LAMBDA, new LambdaRule.Fixed(.1));
    MemristiveEsnClassifier classifier = classifier();
    classifier.setSettings(settings);
    assertSame(classifier.fit(frame(Waves.rows(set))).model(), local(settings, set), 1e-5);
    assertThatThrownBy(() -> classifier.setSettings(ModelKind.RNN.plain()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "settings: are of rnn; must be of one of mf-esn, hetero-mf-esn, plain-hetero-mf-esn");
  }
}
