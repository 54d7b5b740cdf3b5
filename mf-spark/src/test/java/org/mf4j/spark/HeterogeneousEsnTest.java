package org.mf4j.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.functions;
import org.apache.spark.util.LongAccumulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mf4j.data.series.Series;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.models.FittedModel;
import org.mf4j.models.MfEsn;
import org.mf4j.models.ModelFitter;
import org.mf4j.models.ModelSettings;
import org.mf4j.training.EpochListener;

/** The presets whose scales, ranges and penalty all come from the training set. */
class HeterogeneousEsnTest {
  private static final int UNITS = 6;

  /** Four groups of neurons, of which one is driven by kernels. */
  private static final int DRIVEN = 32;

  private static FittedModel local(ModelSettings preset, SeriesSet set)
      throws InterruptedException {
    return new ModelFitter(preset.withProbabilities()).fit(set, 7, EpochListener.NONE);
  }

  /** The series in the order in which the rows of a frame come. */
  private static SeriesSet inOrder(SeriesSet set, Dataset<Row> frame) {
    List<Series> all = new ArrayList<>();
    for (Row row : frame.collectAsList()) {
      all.add(set.series().get(Integer.parseInt(row.getString(0).substring(1)) - 1));
    }
    return new SeriesSet(set.name(), set.classes(), all);
  }

  private static void assertSame(FittedModel actual, FittedModel expected, SeriesSet set) {
    assertThat(actual.provenance().get("settings"))
        .isEqualTo(expected.provenance().get("settings"));
    double[] weights = expected.network().params().toDoubleVector();
    double largest = expected.network().params().amaxNumber().doubleValue();
    assertThat(actual.network().params().toDoubleVector())
        .containsExactly(weights, within(1e-4 * largest));
    double[][] probabilities = actual.probabilities(set);
    for (int i = 0; i < probabilities.length; i++) {
      assertThat(probabilities[i]).containsExactly(expected.probabilities(set)[i], within(1e-4));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7})
  void anyPartitionsGiveTheModelOfOneMachine(int partitions) throws Exception {
    SeriesSet set = Waves.of(List.of("0", "1"));
    MemristiveEsnClassifier classifier = MemristiveEsnClassifier.plainHeterogeneous(UNITS);
    classifier.set(classifier.seed(), 7L);
    FittedModel actual = classifier.fit(Waves.frame(Waves.rows(set), partitions)).model();
    assertSame(actual, local(MfEsn.plainHeterogeneous(UNITS), set), set);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7})
  void kernelsAndThresholdsComeFromTheSeriesThatOneMachineLooksAt(int partitions) throws Exception {
    SeriesSet set = Waves.of(List.of("0", "1"));
    Dataset<Row> frame = Waves.frame(Waves.rows(set), partitions).cache();
    MemristiveEsnClassifier classifier = MemristiveEsnClassifier.heterogeneous(DRIVEN);
    classifier.set(classifier.seed(), 7L);
    FittedModel actual = classifier.fit(frame).model();
    assertSame(actual, local(MfEsn.heterogeneous(DRIVEN), inOrder(set, frame)), set);
  }

  /** Moments; one pass of the reservoir for ranges, sums, leaving one out and calibration, or 4. */
  @ParameterizedTest
  @CsvSource({"MEMORY_AND_DISK, 2", "MEMORY_ONLY_SER, 2", "DISK_ONLY, 2", "NONE, 5"})
  void featuresAreKeptWhereTheyFitOrComputedAgain(String level, long passes) throws Exception {
    SeriesSet set = Waves.of(List.of("0", "1"));
    int cached = LocalSpark.session().sparkContext().getPersistentRDDs().size();
    LongAccumulator read = LocalSpark.session().sparkContext().longAccumulator();
    UDF1<Object, Object> counting =
        series -> {
          read.add(1);
          return series;
        };
    Dataset<Row> data = Waves.frame(Waves.rows(set), 3);
    UserDefinedFunction counted = functions.udf(counting, data.schema().apply("series").dataType());
    MemristiveEsnClassifier classifier = MemristiveEsnClassifier.plainHeterogeneous(UNITS);
    classifier.set(classifier.seed(), 7L);
    classifier.set(classifier.intermediateStorageLevel(), level);
    FittedModel actual =
        classifier.fit(data.withColumn("series", counted.apply(data.col("series")))).model();
    assertSame(actual, local(MfEsn.plainHeterogeneous(UNITS), set), set);
    // One more row is looked at for the number of channels.
    assertThat(read.value()).isEqualTo(passes * set.size() + 1);
    assertThat(LocalSpark.session().sparkContext().getPersistentRDDs().size()).isEqualTo(cached);
  }

  @Test
  void numbersAreRegressedAsOnOneMachine() throws Exception {
    SeriesSet set = Waves.of(List.of());
    MemristiveEsnRegressor regressor = MemristiveEsnRegressor.plainHeterogeneous(UNITS);
    regressor.set(regressor.seed(), 7L);
    Dataset<Row> data = Waves.frame(Waves.rows(set), 3);
    assertThat(regressor.fit(data).model().predict(set))
        .containsExactly(local(MfEsn.plainHeterogeneous(UNITS), set).predict(set), within(1e-4));
  }
}
