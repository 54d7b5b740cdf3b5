package org.mf4j.spark;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.param.BooleanParam;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.LongParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.param.ParamValidators;
import org.apache.spark.ml.util.DefaultParamsWritable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.mf4j.data.series.DataException;
import org.mf4j.models.FittedModel;
import org.mf4j.models.ModelKind;
import org.mf4j.models.ModelSettings;
import org.mf4j.models.ReservoirLearning;
import org.mf4j.readout.LambdaRule;
import org.mf4j.readout.RidgeFit;
import org.mf4j.readout.RidgeOptions;
import org.mf4j.readout.RidgeReadout;
import org.nd4j.shade.jackson.core.JsonProcessingException;
import org.nd4j.shade.jackson.core.type.TypeReference;
import org.nd4j.shade.jackson.databind.ObjectMapper;

/**
 * The papers' MF-ESN or the heterogeneous one, fitted on a cluster: the reservoir is drawn on the
 * driver as {@link org.mf4j.models.ModelFitter} draws it from the same seed for the series in the
 * order of the rows, the executors run their series through it, and sums travel back in a tree. The
 * driver holds O(N<sup>2</sup>) numbers for N features (units; of the heterogeneous one 16 units, 6
 * for numbers or without kernels), whatever the number of series. The fit differs from that of one
 * machine by the order of summation.
 */
public abstract sealed class MemristiveEsn extends Estimator<MemristiveEsnModel>
    implements SeriesColumns, DefaultParamsWritable
    permits MemristiveEsnClassifier, MemristiveEsnRegressor {
  private static final long serialVersionUID = 1;
  private static final String FIXED = "fixed";

  /** The values of {@link #model}. */
  static final List<String> MODELS =
      List.of(
          ModelKind.MF_ESN.id(), ModelKind.HETERO_MF_ESN.id(), ModelKind.PLAIN_HETERO_MF_ESN.id());

  private final String uid;
  private final SeriesParams columns;
  private final IntParam units;
  private final LongParam seed;
  private final DoubleParam lambda;
  private final Param<String> lambdaRule;
  private final BooleanParam standardise;
  private final Param<String> model;
  private final Param<String> settings;

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
    lambdaRule =
        new Param<>(
            this,
            "lambdaRule",
            "how the penalty is found: fixed, loo or gcv",
            ParamValidators.inArray(new String[] {FIXED, "loo", "gcv"}));
    standardise = new BooleanParam(this, "standardise", "whether features are standardised");
    model =
        new Param<>(
            this,
            "model",
            "the reservoir: " + String.join(", ", MODELS),
            ParamValidators.inArray(MODELS.toArray(String[]::new)));
    settings = new Param<>(this, "settings", "all settings of the reservoir and its readout, JSON");
    setDefault(model, ModelKind.MF_ESN.id());
    setDefault(settings, "");
    setDefault(lambdaRule, FIXED);
    setDefault(standardise, false);
  }

  @Override
  public String uid() {
    return uid;
  }

  @Override
  public SeriesParams columns() {
    return columns;
  }

  /**
   * The reservoir and how it is read.
   *
   * @return "mf-esn", the default: the papers'; "hetero-mf-esn": neurons that differ, most of which
   *     see kernels, as in {@link org.mf4j.models.MfEsn#heterogeneous}, whose scales take four more
   *     passes over the rows; "plain-hetero-mf-esn": the same without kernels, two more passes. How
   *     the penalty is found is told by the other params
   */
  public Param<String> model() {
    return model;
  }

  /** Sets what the preset of a heterogeneous model has. */
  void setPreset(ModelKind kind, int neurons) {
    set(model, kind.id());
    set(units, neurons);
    set(lambdaRule, "loo");
    set(standardise, true);
  }

  /**
   * All settings, in place of those that {@link #model} and the params of units and penalty make.
   *
   * @return JSON as {@code mf search --best} writes it, of one of the models; empty, the default,
   *     for none
   */
  public Param<String> settings() {
    return settings;
  }

  /**
   * Takes all settings of a model.
   *
   * @param given of a reservoir that {@link #model} names
   * @return this
   * @throws IllegalArgumentException if they are of another model
   */
  public MemristiveEsn setSettings(ModelSettings given) {
    set(settings, SettingsText.write(requireKnown(given)));
    return this;
  }

  private static ModelSettings requireKnown(ModelSettings given) {
    String kind = given.kind().id();
    if (!MODELS.contains(kind)) {
      throw new IllegalArgumentException(
          "settings: are of %s; must be of one of %s".formatted(kind, String.join(", ", MODELS)));
    }
    return given;
  }

  /** {@return the number of neurons, at least 1; default 100} */
  public IntParam units() {
    return units;
  }

  /** {@return what decides every random number; default 1} */
  public LongParam seed() {
    return seed;
  }

  /** {@return the penalty of the ridge regression where it is given, 0 or above; default 1} */
  public DoubleParam lambda() {
    return lambda;
  }

  /**
   * How the penalty of the ridge regression is found.
   *
   * @return "fixed", the default: it is {@link #lambda}; "loo": the best of {@link
   *     LambdaRule#DEFAULT_GRID} by leaving one out, which reads the rows once more; "gcv": by
   *     generalised cross-validation, which does not
   */
  public Param<String> lambdaRule() {
    return lambdaRule;
  }

  /**
   * Whether features are divided by their standard deviations before the penalty applies, as {@link
   * RidgeOptions#leaveOneOut} has it.
   *
   * @return default false, as in the papers
   */
  public BooleanParam standardise() {
    return standardise;
  }

  /**
   * The number of classes of data.
   *
   * @param largestLabel over all rows
   * @return at least 2; 0 for numbers to regress
   */
  abstract int classes(double largestLabel);

  /** {@return whether probabilities are asked for} */
  abstract boolean calibrates();

  /**
   * Fits.
   *
   * @param data rows of series and targets; read once for the labels, once for the sums, once more
   *     to leave one out and once more for probabilities; whoever has the room caches it
   * @return the model
   * @throws DataException if no row is left to learn from, or all have the same class. A bad row
   *     that {@link #badRows} lets fail ends the job with a sentence that names it
   */
  @Override
  public MemristiveEsnModel fit(Dataset<?> data) {
    transformSchema(data.schema());
    Dataset<Row> rows = data.toDF();
    List<String> classes = classNames(rows);
    RowReader reader = RowReader.ofTraining(this, rows.schema(), channels(rows), classes.size());
    FittedModel reservoir =
        new ClusterReservoir(rows.javaRDD(), reader, modelSettings(), (long) getOrDefault(seed))
            .of(classes);
    JavaSparkContext context =
        JavaSparkContext.fromSparkContext(rows.sparkSession().sparkContext());
    SentModel sent = SentModel.send(context, SentModel.file(reservoir));
    try {
      PartitionFeatures features = new PartitionFeatures(sent, reader);
      ClusterRidge.Result result = new ClusterRidge(rows.javaRDD(), features, readout()).fit();
      byte[] file = SentModel.file(fitted(reservoir, result));
      return copyValues(new MemristiveEsnModel(uid, file), ParamMap.empty()).asChildOf(this);
    } finally {
      sent.bytes().destroy();
    }
  }

  /** Those that the column of labels names, as {@code StringIndexer} does, or their numbers. */
  private List<String> classNames(Dataset<Row> rows) {
    int count = classes(largestLabel(rows));
    List<String> named = ClassNames.of(rows.schema().apply(getOrDefault(labelCol())));
    return count > 0 && named.size() >= count
        ? named
        : IntStream.range(0, count).mapToObj(String::valueOf).toList();
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

  private ModelSettings modelSettings() {
    String text = getOrDefault(settings);
    ModelSettings told = text.isEmpty() ? told() : requireKnown(SettingsText.read(text));
    return calibrates() ? told.withProbabilities() : told;
  }

  private ModelSettings told() {
    ModelKind kind = ModelKind.of(getOrDefault(model));
    ModelSettings given = kind.preset().orElseGet(kind::plain).withUnits((int) getOrDefault(units));
    String rule = getOrDefault(lambdaRule);
    LambdaRule penalty =
        rule.equals(FIXED)
            ? new LambdaRule.Fixed((double) getOrDefault(lambda))
            : LambdaRule.of(rule);
    RidgeOptions readout =
        RidgeOptions.fixed(0)
            .withLambda(penalty)
            .withStandardise((boolean) getOrDefault(standardise));
    return given.withLearning(((ReservoirLearning) given.learning()).withReadout(readout));
  }

  private RidgeOptions readout() {
    return ((ReservoirLearning) modelSettings().learning()).readoutOf(classes(0) > 0);
  }

  private static FittedModel fitted(FittedModel reservoir, ClusterRidge.Result result) {
    MultiLayerNetwork network = reservoir.network();
    RidgeFit fit = RidgeReadout.put(network, result.fit());
    return reservoir
        .with(
            fit.calibration()
                .map(scaling -> RidgeReadout.probabilistic(network, scaling))
                .orElse(network))
        .withProvenance(Map.of("series", result.series()));
  }

  @Override
  public StructType transformSchema(StructType schema) {
    return Schemas.withPredictions(
        this,
        Schemas.requireLabel(this, schema),
        Answer.of(classes(0) > 0, readout().calibrated()));
  }

  /** Settings by their names, as a text. */
  private static final class SettingsText {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private SettingsText() {}

    static String write(ModelSettings settings) {
      try {
        return MAPPER.writeValueAsString(settings.describe());
      } catch (JsonProcessingException e) {
        throw new IllegalArgumentException("settings: cannot be written as JSON", e);
      }
    }

    static ModelSettings read(String text) {
      try {
        return ModelSettings.of(
            MAPPER.readValue(text, new TypeReference<Map<String, Object>>() {}));
      } catch (JsonProcessingException e) {
        throw new IllegalArgumentException(
            "settings = %s: is no JSON object; take what mf search --best writes".formatted(text),
            e);
      }
    }
  }
}
