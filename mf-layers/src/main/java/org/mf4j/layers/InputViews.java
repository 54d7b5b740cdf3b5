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
 * A layer without parameters that shows series {@code [B,n,T]} in more channels {@code [B,m,T]},
 * made of the last steps of every series. Under a mask, steps are counted among those that are
 * present, and an absent step gives 0 in all channels. {@code rnnTimeStep} remembers the last steps
 * of the stream.
 */
public abstract class InputViews extends NoParamLayer {
  private static final long serialVersionUID = 1L;

  private RNNFormat format = RNNFormat.NCW;

  /**
   * Turns the channels of series into more channels, step by step, on arrays in C order. A line is
   * one channel of one series.
   */
  interface Filter {
    /**
     * Forward.
     *
     * @param x {@code [B,n,T]}
     * @param past the present steps before these, {@code [B,n,memory]}, the latest last, NaN where
     *     there was none; replaced by those at the end of these
     * @return {@code [B,m,T]}
     */
    double[] of(double[] x, double[] past);

    /**
     * The adjoint.
     *
     * @param gradient {@code [B,m,T]}
     * @param past as it was given to {@link #of}
     * @return {@code [B,n,T]}
     */
    double[] back(double[] gradient, double[] past);
  }

  /** {@return the format of the series; NCW unless the network's input type says NWC} */
  public RNNFormat getFormat() {
    return format;
  }

  /**
   * How many channels come out.
   *
   * @param channels n, how many go in
   * @return m
   */
  public abstract long channels(long channels);

  /**
   * How many channels go in.
   *
   * @param channels m, how many come out
   * @return n
   */
  public abstract long channelsBefore(long channels);

  /** {@return how many present steps are remembered, at least 1} */
  abstract int memory();

  abstract Filter filter(int channels, StepMask mask);

  @Override
  public org.deeplearning4j.nn.api.Layer instantiate(
      NeuralNetConfiguration conf,
      Collection<TrainingListener> listeners,
      int layerIndex,
      INDArray layerParamsView,
      boolean initializeParams,
      DataType networkDataType) {
    InputViewsLayer layer = new InputViewsLayer(conf, networkDataType);
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
        channels(series.getSize()), series.getTimeSeriesLength(), series.getFormat());
  }

  private InputType.InputTypeRecurrent series(InputType inputType) {
    if (inputType instanceof InputType.InputTypeRecurrent series) {
      return series;
    }
    throw new IllegalArgumentException(
        getClass().getSimpleName() + ": input of type " + inputType + "; differences need series");
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
    return super.equals(other) && other instanceof InputViews that && format == that.format;
  }

  @Override
  public int hashCode() {
    return super.hashCode();
  }
}
