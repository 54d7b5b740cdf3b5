package org.mf4j.spark;

import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.DefaultParamsReader;
import org.apache.spark.ml.util.Identifiable;
import org.apache.spark.ml.util.MLReader;
import org.mf4j.models.ModelKind;

/** A {@link MemristiveEsn} for numbers: a number is regressed on every series. */
public final class MemristiveEsnRegressor extends MemristiveEsn {
  private static final long serialVersionUID = 1;

  /** With a random uid. */
  public MemristiveEsnRegressor() {
    this(Identifiable.randomUID("memristiveEsnRegressor"));
  }

  /**
   * With a given uid.
   *
   * @param uid names it in pipelines
   */
  public MemristiveEsnRegressor(String uid) {
    super(uid);
  }

  @Override
  int classes(double largestLabel) {
    return 0;
  }

  /**
   * The heterogeneous MF-ESN, {@link org.mf4j.models.MfEsn#heterogeneous}: one preset for every
   * task, whose penalty is chosen by leaving one out.
   *
   * @param units N, at least 1; 100 is good, 500 better
   * @return an estimator with its params
   */
  public static MemristiveEsnRegressor heterogeneous(int units) {
    MemristiveEsnRegressor regressor = new MemristiveEsnRegressor();
    regressor.setPreset(ModelKind.HETERO_MF_ESN, units);
    return regressor;
  }

  /**
   * The same without kernels, {@link org.mf4j.models.MfEsn#plainHeterogeneous}: less accurate on
   * shapes, at a third of the cost.
   *
   * @param units N, at least 1
   * @return an estimator with its params
   */
  public static MemristiveEsnRegressor plainHeterogeneous(int units) {
    MemristiveEsnRegressor regressor = new MemristiveEsnRegressor();
    regressor.setPreset(ModelKind.PLAIN_HETERO_MF_ESN, units);
    return regressor;
  }

  @Override
  boolean calibrates() {
    return false;
  }

  @Override
  public MemristiveEsnRegressor copy(ParamMap extra) {
    return defaultCopy(extra);
  }

  /** {@return what reads a saved one} */
  public static MLReader<MemristiveEsnRegressor> read() {
    return new DefaultParamsReader<>();
  }

  /**
   * Reads a saved one.
   *
   * @param path where it was saved
   * @return the estimator with its params
   */
  public static MemristiveEsnRegressor load(String path) {
    return read().load(path);
  }
}
