package org.mf4j.spark;

import java.util.List;
import java.util.Map;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.param.BooleanParam;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.LongParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.param.ParamValidators;
import org.apache.spark.ml.util.DefaultParamsWritable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.mf4j.data.series.DataException;
import org.mf4j.models.ModelKind;
import org.mf4j.models.ModelSettings;
import org.mf4j.models.ReservoirLearning;
import org.mf4j.readout.LambdaRule;
import org.mf4j.readout.RidgeOptions;
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

  private static final List<String> LEVELS =
      List.of(
          "NONE",
          "DISK_ONLY",
          "MEMORY_ONLY",
          "MEMORY_ONLY_SER",
          "MEMORY_AND_DISK",
          "MEMORY_AND_DISK_SER");

  private final String uid;
  private final SeriesParams columns;
  private final IntParam units;
  private final LongParam seed;
  private final DoubleParam lambda;
  private final Param<String> lambdaRule;
  private final BooleanParam standardise;
  private final Param<String> model;
  private final Param<String> settings;
  private final Param<String> intermediateStorageLevel;

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
    intermediateStorageLevel =
        new Param<>(
            this,
            "intermediateStorageLevel",
            "where features stay between passes: " + String.join(", ", LEVELS),
            ParamValidators.inArray(LEVELS.toArray(String[]::new)));
    setDefault(intermediateStorageLevel, "MEMORY_AND_DISK");
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
   * Where the features of all series stay between the passes of a fit, as of Spark's {@code ALS}:
   * the reservoir runs once then. They take 4 bytes per feature and series on the executors, until
   * the fit ends. A fit of one pass (a given penalty, no probabilities, features that are not
   * scaled) keeps nothing.
   *
   * @return a {@link StorageLevel}; default "MEMORY_AND_DISK"; "NONE" to run the series through the
   *     reservoir again in every pass
   */
  public Param<String> intermediateStorageLevel() {
    return intermediateStorageLevel;
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
   * @param data rows of series and targets; of {@link #labelCol} alone read once for the labels,
   *     then once for the features, and before that, of the heterogeneous models, once for the
   *     scales and twice more for kernels; whoever has the room caches it
   * @return the model
   * @throws DataException if no row is left to learn from, or all have the same class. A bad row
   *     that {@link #badRows} lets fail ends the job with a sentence that names it
   */
  @Override
  public MemristiveEsnModel fit(Dataset<?> data) {
    transformSchema(data.schema());
    TrainingRows rows = TrainingRows.of(this, data.toDF());
    StorageLevel kept = StorageLevel.fromString(getOrDefault(intermediateStorageLevel));
    byte[] file =
        SentModel.file(
            new ClusterFit(rows, modelSettings(), (long) getOrDefault(seed), kept).fit());
    return copyValues(new MemristiveEsnModel(uid, file), ParamMap.empty()).asChildOf(this);
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
