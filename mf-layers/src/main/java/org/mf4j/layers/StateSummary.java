package org.mf4j.layers;

import java.util.Collection;
import java.util.Objects;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.wrapper.BaseWrapperLayer;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.mf4j.summaries.SummaryOptions;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.databind.annotation.JsonDeserialize;
import org.nd4j.shade.jackson.databind.annotation.JsonSerialize;

/**
 * Reads a recurrent layer by more than its last state: turns the states {@code [B,N,T]} of the
 * layer that it wraps into features {@code [B, K N]}, K numbers about every neuron's whole
 * trajectory (see {@link SummaryOptions}). A wrapper like DL4J's {@code LastTimeStep}, which it
 * contains as the case of one summary. The parameters are those of the wrapped layer, under the
 * same names.
 *
 * <p>Column {@code k N + i} of the output is feature k of neuron i; with {@code includeInput} the
 * features of the nIn channels follow, column {@code k nIn + c} of their part. Where a {@code
 * Bidirectional} layer concatenates its directions, each is summarised in its own time, the forward
 * direction first: the backward direction's last state has read the whole series, and its washout
 * is at the end of the series.
 *
 * <p>Masked steps contribute nothing: a series gives the same features alone, padded on either
 * side, or in a batch. With {@code rnnTimeStep} the features are those of the stream so far, those
 * that are not known yet (in the washout, or of a step to come) NaN, until {@code
 * rnnClearPreviousState}. The stored state ({@code rnnGetPreviousState}) is that of the neurons: a
 * stream that is continued from it in another network summarises the steps from there on. When the
 * features are not needed for training, a {@link CellRnn} on the FUSED engine is summarised as its
 * steps are computed, in memory that does not grow with T. The last state alone goes from the
 * engine of a {@link CellRnn} to the next layer, and its gradient back, without an array over all
 * steps, in training too: in {@code LastTimeStep} there are two. Truncated BPTT is not supported:
 * the features belong to whole series.
 */
public final class StateSummary extends BaseWrapperLayer {
  private static final long serialVersionUID = 1L;

  @JsonSerialize(using = SummaryOptionsJson.Writer.class)
  @JsonDeserialize(using = SummaryOptionsJson.Reader.class)
  private SummaryOptions options;

  private StateSummary() {}

  /**
   * The six standard summaries.
   *
   * @param recurrent the layer whose states are summarised
   */
  public StateSummary(Layer recurrent) {
    this(recurrent, SummaryOptions.standard());
  }

  /**
   * Chosen summaries.
   *
   * @param recurrent the layer whose states are summarised: a {@link CellRnn}, any recurrent layer
   *     of DL4J, several as a {@link RecurrentStack}, or {@code Bidirectional} around one of these
   * @param options the features
   */
  public StateSummary(Layer recurrent, SummaryOptions options) {
    super(recurrent);
    this.options = options;
    this.layerName = recurrent.getLayerName();
  }

  /** {@return the features} */
  public SummaryOptions getOptions() {
    return options;
  }

  @Override
  public org.deeplearning4j.nn.api.Layer instantiate(
      NeuralNetConfiguration conf,
      Collection<TrainingListener> listeners,
      int layerIndex,
      INDArray layerParamsView,
      boolean initializeParams,
      DataType networkDataType) {
    NeuralNetConfiguration inner = conf.clone();
    inner.setLayer(((StateSummary) inner.getLayer()).getUnderlying());
    return new StateSummaryLayer(
        underlying.instantiate(
            inner, listeners, layerIndex, layerParamsView, initializeParams, networkDataType),
        options);
  }

  @Override
  public InputType getOutputType(int layerIndex, InputType inputType) {
    if (!(inputType instanceof InputType.InputTypeRecurrent series)) {
      throw new IllegalArgumentException(
          "StateSummary \""
              + (layerName == null ? layerIndex : layerName)
              + "\": input of type "
              + inputType
              + "; a recurrent layer needs series");
    }
    InputType.InputTypeRecurrent states =
        (InputType.InputTypeRecurrent) underlying.getOutputType(layerIndex, inputType);
    return InputType.feedForward(options.columns(states.getSize(), series.getSize()));
  }

  @Override
  public LayerMemoryReport getMemoryReport(InputType inputType) {
    return underlying.getMemoryReport(inputType);
  }

  @Override
  public StateSummary clone() {
    StateSummary clone = (StateSummary) super.clone();
    clone.underlying = underlying.clone();
    return clone;
  }

  @Override
  public boolean equals(Object other) {
    return super.equals(other)
        && other instanceof StateSummary that
        && options.equals(that.options);
  }

  @Override
  public int hashCode() {
    return Objects.hash(super.hashCode(), options);
  }

  @Override
  public String toString() {
    return "StateSummary(" + underlying + ", " + options + ")";
  }
}
