package org.mf4j.layers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.mf4j.layers.RecurrentStackParamInitializer.StackedName;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.regularization.Regularization;

/**
 * Several recurrent layers as one, the reservoir of a deep echo state network (Gallicchio, Micheli
 * and Pedrelli, <i>Deep reservoir computing: a critical experimental analysis</i>, 2017): layer 0
 * reads the input, layer i the states of layer i - 1, and the states of all layers are the output,
 *
 * <pre>{@code
 * h_0(t) = F_0(x(t), h_0(t-1)),   h_i(t) = F_i(h_{i-1}(t), h_i(t-1)),   output [h_0; h_1; ...]
 * }</pre>
 *
 * <p>Input {@code [B,nIn,T]}, output {@code [B, sum N_i, T]} in format NCW, the layers in their
 * order. DL4J's own way, layer after layer in the network, shows only the last layer's states to
 * what comes next. Whatever takes a recurrent layer takes a stack: {@code LastTimeStep}, {@code
 * Bidirectional}, {@link StateSummary}, {@code FrozenLayer}.
 *
 * <p>Parameters and states have the names of their layer after its index: {@code "0W"}, {@code
 * "0RW"}, {@code "0b"}, {@code "1W"}; {@code "0state"}. A layer's own options come first; what it
 * leaves open (weight initialisation, bias, activation, updater, regularisation, dropout, weight
 * noise) it takes from the stack, which takes it from the network. Gradient normalisation is the
 * network's.
 */
public final class RecurrentStack extends BaseRecurrentLayer {
  private static final long serialVersionUID = 1L;

  private List<BaseRecurrentLayer> layers = List.of();

  /** For JSON. */
  private RecurrentStack() {}

  /**
   * A stack.
   *
   * @param layers at least one, each with nOut set: {@link MemristiveRnn}, {@link LeakyRnn} or
   *     recurrent layers of DL4J, of one data format; nIn may be left open
   * @throws IllegalArgumentException if there is no layer, if one is itself a stack, has no nOut or
   *     another data format than the first, or if the nIn of a layer is not the nOut of the one
   *     below
   */
  public RecurrentStack(BaseRecurrentLayer... layers) {
    super(new OpenOptions());
    if (layers.length == 0) {
      throw new IllegalArgumentException("layers: a stack needs at least one");
    }
    for (BaseRecurrentLayer layer : layers) {
      requireUsable(layer, layers[0]);
    }
    this.layers =
        Arrays.stream(layers)
            .map(layer -> (BaseRecurrentLayer) layer.clone())
            .collect(Collectors.toCollection(ArrayList::new));
    this.rnnDataFormat = layers[0].getRnnDataFormat();
    this.nIn = layers[0].getNIn();
    this.nOut = this.layers.stream().mapToLong(BaseRecurrentLayer::getNOut).sum();
    connect();
  }

  private static void requireUsable(BaseRecurrentLayer layer, BaseRecurrentLayer first) {
    if (layer instanceof RecurrentStack) {
      throw new IllegalArgumentException(
          "layers: a stack within a stack; give the layers themselves");
    }
    if (layer.getNOut() <= 0) {
      throw new IllegalArgumentException("layers: every layer of a stack needs nOut above 0");
    }
    if (layer.getRnnDataFormat() != first.getRnnDataFormat()) {
      throw new IllegalArgumentException("layers: all layers of a stack need one data format");
    }
  }

  private void connect() {
    for (int i = 1; i < layers.size(); i++) {
      BaseRecurrentLayer layer = layers.get(i);
      long below = layers.get(i - 1).getNOut();
      if (layer.getNIn() > 0 && layer.getNIn() != below) {
        throw new IllegalArgumentException(
            "layers: layer "
                + i
                + " of the stack has nIn = "
                + layer.getNIn()
                + ", the layer below has nOut = "
                + below);
      }
      layer.setNIn(below);
    }
  }

  /** {@return the layers, the one that reads the input first} */
  public List<BaseRecurrentLayer> getLayers() {
    return List.copyOf(layers);
  }

  @Override
  public void setNIn(InputType inputType, boolean override) {
    super.setNIn(inputType, override);
    layers.forEach(layer -> layer.setRnnDataFormat(rnnDataFormat));
    layers.get(0).setNIn(nIn);
  }

  @Override
  public void setNIn(long channels) {
    super.setNIn(channels);
    if (!layers.isEmpty()) {
      layers.get(0).setNIn(channels);
    }
  }

  @Override
  public RecurrentStackLayer instantiate(
      NeuralNetConfiguration conf,
      Collection<TrainingListener> listeners,
      int layerIndex,
      INDArray layerParamsView,
      boolean initializeParams,
      DataType networkDataType) {
    RecurrentStackLayer stack =
        new RecurrentStackLayer(
            conf,
            networkDataType,
            (layer, view) ->
                (org.deeplearning4j.nn.api.layers.RecurrentLayer)
                    layer
                        .getLayer()
                        .instantiate(layer, listeners, layerIndex, view, false, networkDataType),
            layerParamsView);
    stack.setListeners(listeners);
    stack.setIndex(layerIndex);
    stack.setParamsViewArray(layerParamsView);
    stack.setParamTable(initializer().init(conf, layerParamsView, initializeParams));
    return stack;
  }

  /** The configurations of the layers with nothing left open, each for a network of its own. */
  List<NeuralNetConfiguration> configurations(NeuralNetConfiguration ofStack) {
    List<NeuralNetConfiguration> configurations = new ArrayList<>();
    for (int i = 0; i < layers.size(); i++) {
      BaseRecurrentLayer layer = (BaseRecurrentLayer) layers.get(i).clone();
      inherit(layer);
      layer.setLayerName((layerName == null ? "stack" : layerName) + "[" + i + "]");
      NeuralNetConfiguration configuration = ofStack.clone();
      configuration.clearVariables();
      configuration.setLayer(layer);
      configurations.add(configuration);
    }
    return configurations;
  }

  private void inherit(BaseRecurrentLayer layer) {
    if (layer.getIDropout() == null && iDropout != null) {
      layer.setIDropout(iDropout.clone());
    }
    if (layer.getActivationFn() == null) {
      layer.setActivationFn(activationFn);
    }
    if (layer.getWeightInitFn() == null) {
      layer.setWeightInitFn(weightInitFn);
    }
    if (Double.isNaN(layer.getBiasInit())) {
      layer.setBiasInit(biasInit);
    }
    if (Double.isNaN(layer.getGainInit())) {
      layer.setGainInit(gainInit);
    }
    if (layer.getWeightNoise() == null && weightNoise != null) {
      layer.setWeightNoise(weightNoise.clone());
    }
  }

  @Override
  public ParamInitializer initializer() {
    return RecurrentStackParamInitializer.INSTANCE;
  }

  @Override
  public IUpdater getUpdaterByParam(String paramName) {
    StackedName name = StackedName.of(paramName);
    IUpdater own = layers.get(name.layer()).getUpdaterByParam(name.own());
    return own == null ? super.getUpdaterByParam(paramName) : own;
  }

  @Override
  public List<Regularization> getRegularizationByParam(String paramName) {
    StackedName name = StackedName.of(paramName);
    List<Regularization> own = layers.get(name.layer()).getRegularizationByParam(name.own());
    return own == null || own.isEmpty() ? super.getRegularizationByParam(paramName) : own;
  }

  @Override
  public void resetLayerDefaultConfig() {
    super.resetLayerDefaultConfig();
    layers.forEach(BaseRecurrentLayer::resetLayerDefaultConfig);
  }

  @Override
  public LayerMemoryReport getMemoryReport(InputType inputType) {
    long length = ((InputType.InputTypeRecurrent) inputType).getTimeSeriesLength();
    long states = Math.max(1, length) * nOut;
    long params = initializer().numParams(this);
    return new LayerMemoryReport.Builder(
            getLayerName(), getClass(), inputType, getOutputType(-1, inputType))
        .standardMemory(params, getIUpdater() == null ? 0 : getIUpdater().stateSize(params))
        .workingMemory(params, 2 * states, params, 3 * states)
        .cacheMemory(0, 0)
        .build();
  }

  @Override
  public RecurrentStack clone() {
    RecurrentStack clone = (RecurrentStack) super.clone();
    clone.layers = new ArrayList<>();
    layers.forEach(layer -> clone.layers.add((BaseRecurrentLayer) layer.clone()));
    return clone;
  }

  @Override
  public boolean equals(Object other) {
    return super.equals(other)
        && other instanceof RecurrentStack that
        && layers.equals(that.layers);
  }

  @Override
  public int hashCode() {
    return Objects.hash(super.hashCode(), layers);
  }

  @Override
  public String toString() {
    return "RecurrentStack(" + layers + ")";
  }

  /** A builder that leaves every option to the network. */
  @SuppressWarnings("unchecked") // DL4J declares <E extends Layer> E build().
  private static final class OpenOptions extends BaseRecurrentLayer.Builder<OpenOptions> {
    @Override
    public RecurrentStack build() {
      throw new UnsupportedOperationException("only carries defaults");
    }
  }
}
