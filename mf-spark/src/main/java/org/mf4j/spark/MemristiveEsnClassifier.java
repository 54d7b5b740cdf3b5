package org.mf4j.spark;

import org.apache.spark.ml.param.BooleanParam;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.DefaultParamsReader;
import org.apache.spark.ml.util.Identifiable;
import org.apache.spark.ml.util.MLReader;
import org.mf4j.models.ModelKind;

/**
 * A {@link MemristiveEsn} for classes: the series are told apart by the largest output of the
 * readout.
 */
public final class MemristiveEsnClassifier extends MemristiveEsn {
  private static final long serialVersionUID = 1;

  private final BooleanParam calibrated;

  /** With a random uid. */
  public MemristiveEsnClassifier() {
    this(Identifiable.randomUID("memristiveEsnClassifier"));
  }

  /**
   * With a given uid.
   *
   * @param uid names it in pipelines
   */
  public MemristiveEsnClassifier(String uid) {
    super(uid);
    calibrated =
        new BooleanParam(this, "calibrated", "whether the model tells probabilities of classes");
    setDefault(calibrated, true);
  }

  /**
   * Whether the model tells probabilities of classes, calibrated on left-out outputs ({@link
   * org.mf4j.readout.TemperatureScaling}), as {@code mf train} does. Reads the rows once more. A
   * penalty of 0 has none.
   *
   * @return default true
   */
  public BooleanParam calibrated() {
    return calibrated;
  }

  /**
   * The heterogeneous MF-ESN, {@link org.mf4j.models.MfEsn#heterogeneous}: one preset for every
   * task, whose penalty is chosen by leaving one out.
   *
   * @param units N, at least 1; 100 is good, 500 better
   * @return an estimator with its params
   */
  public static MemristiveEsnClassifier heterogeneous(int units) {
    MemristiveEsnClassifier classifier = new MemristiveEsnClassifier();
    classifier.setPreset(ModelKind.HETERO_MF_ESN, units);
    return classifier;
  }

  /**
   * The same without kernels, {@link org.mf4j.models.MfEsn#plainHeterogeneous}: less accurate on
   * shapes, at a third of the cost.
   *
   * @param units N, at least 1
   * @return an estimator with its params
   */
  public static MemristiveEsnClassifier plainHeterogeneous(int units) {
    MemristiveEsnClassifier classifier = new MemristiveEsnClassifier();
    classifier.setPreset(ModelKind.PLAIN_HETERO_MF_ESN, units);
    return classifier;
  }

  @Override
  boolean calibrates() {
    return (boolean) getOrDefault(calibrated);
  }

  @Override
  int classes(double largestLabel) {
    return (int) Math.max(2, Math.floor(largestLabel) + 1);
  }

  @Override
  public MemristiveEsnClassifier copy(ParamMap extra) {
    return defaultCopy(extra);
  }

  /** {@return what reads a saved one} */
  public static MLReader<MemristiveEsnClassifier> read() {
    return new DefaultParamsReader<>();
  }

  /**
   * Reads a saved one.
   *
   * @param path where it was saved
   * @return the estimator with its params
   */
  public static MemristiveEsnClassifier load(String path) {
    return read().load(path);
  }
}
