package org.mf4j.layers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.api.layers.LayerConstraint;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LayerValidation;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.mf4j.cells.RecurrentCell;
import org.mf4j.engine.Engine;
import org.mf4j.engine.EngineChoice;
import org.mf4j.engine.EngineRequest;
import org.mf4j.engine.SequenceEngine;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The configuration that all recurrent layers of this library share. Parameters: {@code "W"} [nIn,k
 * nOut], {@code "RW"} [nOut,k nOut], {@code "b"} [1,k nOut], then the cell's learned constants; k
 * is the number of pre-activations of a neuron, 1 without gates. Input {@code [B,nIn,T]} and output
 * {@code [B,nOut,T]} in format NCW, {@code [B,T,n]} in NWC. A step whose mask is 0 carries the
 * state unchanged and emits 0. The activation function that DL4J gives every layer has no effect:
 * the cell brings its own.
 */
public abstract class CellRnn extends BaseRecurrentLayer {
  private static final long serialVersionUID = 1L;

  private Engine engine = Engine.AUTO;
  private double[] initialState = {0};
  private boolean gradientCheckpointing;

  /** For JSON. */
  protected CellRnn() {}

  /**
   * Takes the options of a builder.
   *
   * @param builder the builder
   * @throws IllegalArgumentException if the initial state is not finite, or has neither one value
   *     nor one per neuron
   */
  protected CellRnn(Builder<?> builder) {
    super(builder);
    this.engine = builder.engine;
    this.gradientCheckpointing = builder.gradientCheckpointing;
    this.initialState = builder.initialState.clone();
    for (double h : initialState) {
      if (!Double.isFinite(h)) {
        throw new IllegalArgumentException("initialState = " + h + ": must be finite");
      }
    }
    requireNeurons();
  }

  /**
   * {@inheritDoc}
   *
   * <p>Called at the end of a subclass's constructor, when its cell is known.
   */
  @Override
  protected void initializeConstraints(Layer.Builder<?> builder) {
    super.initializeConstraints(builder);
    BaseRecurrentLayer.Builder<?> own = (BaseRecurrentLayer.Builder<?>) builder;
    constrain(own.getInputWeightConstraints(), SequenceEngine.INPUT_WEIGHTS);
    constrain(own.getRecurrentConstraints(), SequenceEngine.RECURRENT_WEIGHTS);
  }

  private void constrain(List<LayerConstraint> more, String param) {
    if (more == null) {
      return;
    }
    List<LayerConstraint> all = new ArrayList<>(constraints == null ? List.of() : constraints);
    for (LayerConstraint constraint : more) {
      LayerConstraint own = constraint.clone();
      own.setParams(Set.of(param));
      all.add(own);
    }
    constraints = all;
  }

  private void requireNeurons() {
    if (initialState.length == 0
        || (initialState.length != 1 && nOut > 0 && initialState.length != nOut)) {
      throw new IllegalArgumentException(
          "initialState: "
              + initialState.length
              + " values in a layer of nOut = "
              + nOut
              + "; give one value, or one per neuron");
    }
  }

  /** {@return the neurons of this layer} */
  public abstract RecurrentCell cell();

  /** {@return the engine that was asked for} */
  public Engine getEngine() {
    return engine;
  }

  /** {@return the states before the first step: one value, or one per neuron} */
  public double[] getInitialState() {
    return initialState.clone();
  }

  /** {@return whether training saves memory for time} */
  public boolean isGradientCheckpointing() {
    return gradientCheckpointing;
  }

  @Override
  public org.deeplearning4j.nn.api.Layer instantiate(
      NeuralNetConfiguration conf,
      Collection<TrainingListener> listeners,
      int layerIndex,
      INDArray layerParamsView,
      boolean initializeParams,
      DataType networkDataType) {
    LayerValidation.assertNInNOutSet(
        getClass().getSimpleName(), getLayerName(), layerIndex, getNIn(), getNOut());
    requireNeurons();
    cell().requireNeurons((int) nOut);
    // Fails here where the engine that was asked for is missing.
    engines(networkDataType);
    CellRnnLayer layer = new CellRnnLayer(conf, networkDataType);
    layer.setListeners(listeners);
    layer.setIndex(layerIndex);
    layer.setParamsViewArray(layerParamsView);
    layer.setParamTable(initializer().init(conf, layerParamsView, initializeParams));
    layer.setConf(conf);
    return layer;
  }

  /**
   * What the bias of one pre-activation starts at. DL4J's bias is NaN until the configuration is
   * part of a network, which then gives it its own, 0 unless somebody says otherwise; so it is 0.
   *
   * @param preActivation its index, 0 for the drive
   * @return the value for all neurons; the bias of the configuration unless a layer has gates
   */
  public double initialBias(int preActivation) {
    return Double.isNaN(getBiasInit()) ? 0 : getBiasInit();
  }

  /** The states {@code [B,m nOut]} before the first step of so many series; outside workspaces. */
  INDArray initialState(long batch, DataType dataType) {
    try (MemoryWorkspace detached = Nd4j.getWorkspaceManager().scopeOutOfWorkspaces()) {
      INDArray emitted =
          initialState.length == 1
              ? Nd4j.valueArrayOf(new long[] {batch, nOut}, initialState[0], dataType)
              : Nd4j.createFromArray(initialState)
                  .castTo(dataType)
                  .reshape(1, nOut)
                  .repeat(0, batch);
      long inner = (cell().states() - 1) * nOut;
      return inner == 0 ? emitted : Nd4j.concat(1, emitted, Nd4j.zeros(dataType, batch, inner));
    }
  }

  /** The engines of a layer of this configuration. */
  EngineChoice engines(DataType dataType) {
    return new EngineChoice(
        engine, new EngineRequest(cell(), (int) nIn, (int) nOut, dataType, gradientCheckpointing));
  }

  @Override
  public ParamInitializer initializer() {
    return CellParamInitializer.INSTANCE;
  }

  /**
   * {@inheritDoc}
   *
   * <p>Training keeps the states and as many numbers as there are pre-activations per neuron and
   * step, and works on a few more per neuron.
   */
  @Override
  public LayerMemoryReport getMemoryReport(InputType inputType) {
    long length = ((InputType.InputTypeRecurrent) inputType).getTimeSeriesLength();
    long steps = Math.max(1, length);
    long params = initializer().numParams(this);
    long states = cell().states();
    long preActivations = cell().preActivations();
    return new LayerMemoryReport.Builder(
            getLayerName(), getClass(), inputType, getOutputType(-1, inputType))
        .standardMemory(params, getIUpdater() == null ? 0 : getIUpdater().stateSize(params))
        .workingMemory(params, steps * nOut, params, (states + preActivations) * steps * nOut)
        .cacheMemory(0, 0)
        .build();
  }

  @Override
  public boolean equals(Object other) {
    return super.equals(other)
        && other instanceof CellRnn that
        && engine == that.engine
        && gradientCheckpointing == that.gradientCheckpointing
        && Arrays.equals(initialState, that.initialState);
  }

  @Override
  public int hashCode() {
    return 31 * super.hashCode() + 31 * engine.hashCode() + Arrays.hashCode(initialState);
  }

  /**
   * The options that all recurrent layers of this library share, beside DL4J's own.
   *
   * @param <T> the builder itself
   */
  public abstract static class Builder<T extends Builder<T>> extends BaseRecurrentLayer.Builder<T> {
    private Engine engine = Engine.AUTO;
    private double[] initialState = {0};
    private boolean gradientCheckpointing;

    /** Starts with the defaults. */
    protected Builder() {}

    /**
     * Chooses the engine.
     *
     * @param engine default {@link Engine#AUTO}
     * @return this
     */
    public T engine(Engine engine) {
      this.engine = engine;
      return self();
    }

    /**
     * The states before the first step of every series; a memristor need not start at 0.
     *
     * @param values one value, or one per neuron; default 0
     * @return this
     */
    public T initialState(double... values) {
      this.initialState = values.clone();
      return self();
    }

    /**
     * Saves memory for time: training keeps the states of one step in about sqrt(T) and computes
     * the others again in the backward pass, which costs about a third more time. For the FUSED
     * engine; the SAMEDIFF engine always computes again chunk by chunk.
     *
     * @param checkpointing default false
     * @return this
     */
    public T gradientCheckpointing(boolean checkpointing) {
      this.gradientCheckpointing = checkpointing;
      return self();
    }

    /** {@return this} */
    protected abstract T self();
  }
}
