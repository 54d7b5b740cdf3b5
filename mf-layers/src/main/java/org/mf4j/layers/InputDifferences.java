package org.mf4j.layers;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.NoParamLayer;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Gives a series its own changes as extra channels: {@code [B,nIn,T]} becomes {@code [B,(1+K)
 * nIn,T]}, first x(t), then c (x(t) - x(t-k)) for each of K lags k, with a scale c; all channels of
 * one lag, then those of the next. Several lags show a series at several time scales, as dilated
 * convolutions do. The difference is 0 at the first k steps of a series. Under a mask, steps are
 * counted among those that are present, and an absent step gives 0 in all channels. {@code
 * rnnTimeStep} remembers the last steps of the stream. No parameters.
 */
public final class InputDifferences extends NoParamLayer {
  /** The scale that is used unless another is given. */
  public static final double DEFAULT_SCALE = 3;

  private static final long serialVersionUID = 1L;

  private double scale = DEFAULT_SCALE;
  private int[] lags = {1};
  private RNNFormat format = RNNFormat.NCW;

  /** Differences of neighbours at the default scale. */
  public InputDifferences() {}

  /**
   * Differences at a given scale.
   *
   * @param scale c, finite and not 0
   * @param lags distances k in steps, each at least 1; none for neighbours only, k = 1
   * @throws IllegalArgumentException if the scale is 0 or not finite, or a lag is below 1
   */
  public InputDifferences(double scale, int... lags) {
    if (!Double.isFinite(scale) || scale == 0) {
      throw new IllegalArgumentException("scale = " + scale + ": must be finite and not 0");
    }
    for (int lag : lags) {
      if (lag < 1) {
        throw new IllegalArgumentException("lag = " + lag + ": must be at least 1");
      }
    }
    this.scale = scale;
    this.lags = lags.length == 0 ? new int[] {1} : lags.clone();
  }

  /** {@return c, by which differences are multiplied} */
  public double getScale() {
    return scale;
  }

  /** {@return the distances in steps} */
  public int[] getLags() {
    return lags.clone();
  }

  /** {@return 1 + K, how many times as many channels come out as go in} */
  public int views() {
    return 1 + lags.length;
  }

  /** {@return the format of the series; NCW unless the network's input type says NWC} */
  public RNNFormat getFormat() {
    return format;
  }

  @Override
  public org.deeplearning4j.nn.api.Layer instantiate(
      NeuralNetConfiguration conf,
      Collection<TrainingListener> listeners,
      int layerIndex,
      INDArray layerParamsView,
      boolean initializeParams,
      DataType networkDataType) {
    InputDifferencesLayer layer = new InputDifferencesLayer(conf, networkDataType);
    layer.setListeners(listeners);
    layer.setIndex(layerIndex);
    layer.setParamsViewArray(layerParamsView);
    layer.setParamTable(initializer().init(conf, layerParamsView, initializeParams));
    layer.setConf(conf);
    return layer;
  }

  @Override
  public void setNIn(InputType inputType, boolean override) {
    format = series(inputType).getFormat();
  }

  @Override
  public InputType getOutputType(int layerIndex, InputType inputType) {
    InputType.InputTypeRecurrent series = series(inputType);
    return InputType.recurrent(
        views() * series.getSize(), series.getTimeSeriesLength(), series.getFormat());
  }

  private static InputType.InputTypeRecurrent series(InputType inputType) {
    if (inputType instanceof InputType.InputTypeRecurrent series) {
      return series;
    }
    throw new IllegalArgumentException(
        "InputDifferences: input of type " + inputType + "; differences need series");
  }

  @Override
  public InputPreProcessor getPreProcessorForInputType(InputType inputType) {
    return null;
  }

  @Override
  public LayerMemoryReport getMemoryReport(InputType inputType) {
    InputType output = getOutputType(-1, inputType);
    return new LayerMemoryReport.Builder(layerName, getClass(), inputType, output)
        .standardMemory(0, 0)
        .workingMemory(0, 0, 0, output.arrayElementsPerExample())
        .cacheMemory(Map.of(), Map.of())
        .build();
  }

  @Override
  public boolean equals(Object other) {
    return super.equals(other)
        && other instanceof InputDifferences that
        && scale == that.scale
        && Arrays.equals(lags, that.lags)
        && format == that.format;
  }

  @Override
  public int hashCode() {
    return Objects.hash(super.hashCode(), scale, Arrays.hashCode(lags));
  }
}
