package org.mf4j.layers;

import java.util.Collection;
import java.util.Map;
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
 * Gives a series its own changes as extra channels: {@code [B,nIn,T]} becomes {@code [B,2 nIn,T]},
 * first x(t), then c (x(t) - x(t-1)) with a scale c. The difference at the first step of a series
 * is 0. Under a mask, t-1 is the step before among those that are present, and an absent step gives
 * 0 in all channels. {@code rnnTimeStep} remembers the last step of the stream. No parameters.
 */
public final class InputDifferences extends NoParamLayer {
  /** The scale that is used unless another is given. */
  public static final double DEFAULT_SCALE = 3;

  private static final long serialVersionUID = 1L;

  private double scale = DEFAULT_SCALE;
  private RNNFormat format = RNNFormat.NCW;

  /** Differences at the default scale. */
  public InputDifferences() {}

  /**
   * Differences at a given scale.
   *
   * @param scale c, finite and not 0
   * @throws IllegalArgumentException if the scale is 0 or not finite
   */
  public InputDifferences(double scale) {
    if (!Double.isFinite(scale) || scale == 0) {
      throw new IllegalArgumentException("scale = " + scale + ": must be finite and not 0");
    }
    this.scale = scale;
  }

  /** {@return c, by which differences are multiplied} */
  public double getScale() {
    return scale;
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
        2 * series.getSize(), series.getTimeSeriesLength(), series.getFormat());
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
        && format == that.format;
  }

  @Override
  public int hashCode() {
    return 31 * super.hashCode() + Double.hashCode(scale);
  }
}
