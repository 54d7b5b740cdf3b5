package org.mf4j.spark;

import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.DefaultParamsReader;
import org.apache.spark.ml.util.Identifiable;
import org.apache.spark.ml.util.MLReader;

/**
 * A {@link MemristiveEsn} for classes: the series are told apart by the largest output of the
 * readout.
 */
public final class MemristiveEsnClassifier extends MemristiveEsn {
  private static final long serialVersionUID = 1;

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
