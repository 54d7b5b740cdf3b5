package org.mf4j.spark;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.LongParam;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.param.ParamValidators;
import org.apache.spark.ml.util.DefaultParamsWritable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.mf4j.data.series.DataException;
import org.mf4j.models.FittedModel;
import org.mf4j.models.ModelKind;
import org.mf4j.models.ModelSettings;
import org.mf4j.models.ReservoirLearning;
import org.mf4j.models.Task;
import org.mf4j.networks.SeriesNetwork;
import org.mf4j.random.SeededRandom;
import org.mf4j.readout.RidgeOptions;
import org.mf4j.readout.RidgeReadout;
import org.mf4j.readout.SufficientStatistics;

/**
 * The papers' MF-ESN, fitted on a cluster: the reservoir is drawn on the driver as {@link
 * org.mf4j.models.ModelFitter} draws it from the same seed, the executors run their series through
 * it, and sums travel back in a tree. The driver holds O(units<sup>2</sup>) numbers, whatever the
 * number of series. The fit differs from that of one machine by the order of summation.
 */
public abstract sealed class MemristiveEsn extends Estimator<MemristiveEsnModel>
    implements SeriesColumns, DefaultParamsWritable
    permits MemristiveEsnClassifier, MemristiveEsnRegressor {
  private static final long serialVersionUID = 1;

  private final String uid;
  private final SeriesParams columns;
  private final IntParam units;
  private final LongParam seed;
  private final DoubleParam lambda;

  MemristiveEsn(String uid) {
    this.uid = uid;
    columns = SeriesParams.of(this);
    columns.setDefaults(this);
    units = new IntParam(this, "units", "neurons, at least 1", ParamValidators.gtEq(1));
    seed = new LongParam(this, "seed", "decides every random number");
    lambda = new DoubleParam(this, "lambda", "penalty, 0 or above", ParamValidators.gtEq(0));
    setDefault(units, ModelSettings.DEFAULT_UNITS);
    setDefault(seed, 1L);
    setDefault(lambda, 1.0);
  }

  @Override
  public String uid() {
    return uid;
  }

  @Override
  public SeriesParams columns() {
    return columns;
  }

  /** {@return the number of neurons, at least 1; default 100} */
  public IntParam units() {
    return units;
  }

  /** {@return what decides every random number; default 1} */
  public LongParam seed() {
    return seed;
  }

  /** {@return the penalty of the ridge regression, 0 or above; default 1} */
  public DoubleParam lambda() {
    return lambda;
  }

  /**
   * The number of classes of data.
   *
   * @param largestLabel over all rows
   * @return at least 2; 0 for numbers to regress
   */
  abstract int classes(double largestLabel);

  /**
   * Fits.
   *
   * @param data rows of series and targets; read once for the labels and once for the sums
   * @return the model
   * @throws DataException if no row is left to learn from, or all have the same class. A bad row
   *     that {@link #badRows} lets fail ends the job with a sentence that names it
   */
  @Override
  public MemristiveEsnModel fit(Dataset<?> data) {
    transformSchema(data.schema());
    Dataset<Row> rows = data.toDF();
    int classes = classes(largestLabel(rows));
    FittedModel reservoir = reservoir(channels(rows), classes);
    JavaSparkContext context =
        JavaSparkContext.fromSparkContext(rows.sparkSession().sparkContext());
    SentModel sent = SentModel.send(context, SentModel.file(reservoir));
    SufficientStatistics sums = sums(rows, sent, reservoir, classes);
    sent.bytes().destroy();
    new RidgeReadout(RidgeOptions.fixed((double) getOrDefault(lambda)))
        .fit(reservoir.network(), sums);
    return copyValues(
            new MemristiveEsnModel(uid, SentModel.file(told(reservoir, sums))), ParamMap.empty())
        .asChildOf(this);
  }

  private double largestLabel(Dataset<Row> rows) {
    Column label = functions.col(getOrDefault(labelCol()));
    Row range =
        rows.filter(label.isNotNull()).agg(functions.min(label), functions.max(label)).head();
    if (range.isNullAt(0)) {
      throw new DataException("no row has a label; a fit needs two rows at least.");
    }
    if (classes(0) > 0 && range.getDouble(0) == range.getDouble(1)) {
      throw new DataException(
          "every row has the same label (%s); a classifier needs two classes at least."
              .formatted(range.get(0)));
    }
    return range.getDouble(1);
  }

  private int channels(Dataset<Row> rows) {
    RowReader reader = RowReader.ofTraining(this, rows.schema(), 0, 0);
    String series = getOrDefault(seriesCol());
    List<Row> first = rows.filter(functions.size(functions.col(series)).gt(0)).takeAsList(1);
    if (first.isEmpty()) {
      throw new DataException("no row has a series; a fit needs two rows at least.");
    }
    return first.get(0).getList(reader.series()).size();
  }

  private FittedModel reservoir(int channels, int classes) {
    RidgeOptions penalty = RidgeOptions.fixed((double) getOrDefault(lambda));
    ModelSettings plain = ModelKind.MF_ESN.plain().withUnits((int) getOrDefault(units));
    ReservoirLearning learning = ((ReservoirLearning) plain.learning()).withReadout(penalty);
    ModelSettings settings = plain.withLearning(learning);
    List<String> names = IntStream.range(0, classes).mapToObj(String::valueOf).toList();
    Map<String, Object> provenance = new LinkedHashMap<>();
    provenance.put("dataset", "spark");
    provenance.put("seed", getOrDefault(seed));
    provenance.put("settings", settings.describe());
    return new FittedModel(
        learning.drawn(
            settings.cell(),
            settings.units(),
            channels,
            names,
            new SeededRandom((long) getOrDefault(seed))),
        settings.kind(),
        new Task(names),
        provenance);
  }

  private SufficientStatistics sums(
      Dataset<Row> rows, SentModel sent, FittedModel reservoir, int classes) {
    int channels = (int) SeriesNetwork.channels(reservoir.network());
    RowReader reader = RowReader.ofTraining(this, rows.schema(), channels, classes);
    JavaRDD<SufficientStatistics> parts =
        rows.javaRDD().mapPartitions(new ClusterStatistics(sent, reader));
    return parts.treeReduce(SufficientStatistics::merge);
  }

  private static FittedModel told(FittedModel model, SufficientStatistics sums) {
    return model.withProvenance(Map.of("series", sums.count()));
  }

  @Override
  public StructType transformSchema(StructType schema) {
    return Schemas.withPredictions(this, Schemas.requireLabel(this, schema), classes(0) > 0);
  }
}
