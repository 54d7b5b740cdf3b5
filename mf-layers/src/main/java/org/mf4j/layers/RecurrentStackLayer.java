package org.mf4j.layers;

import static org.nd4j.linalg.indexing.NDArrayIndex.all;
import static org.nd4j.linalg.indexing.NDArrayIndex.interval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.api.layers.RecurrentLayer;
import org.deeplearning4j.nn.conf.CacheMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.recurrent.BaseRecurrentLayer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.mf4j.layers.RecurrentStackParamInitializer.StackedName;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.INDArrayIndex;

/** A {@link RecurrentStack} at work: its layers do everything, this one connects them. */
final class RecurrentStackLayer extends BaseRecurrentLayer<RecurrentStack> {
  private static final long serialVersionUID = 1L;

  private final RecurrentLayer[] layers;

  RecurrentStackLayer(
      NeuralNetConfiguration conf,
      DataType dataType,
      BiFunction<NeuralNetConfiguration, INDArray, RecurrentLayer> instantiate,
      INDArray params) {
    super(conf, dataType);
    RecurrentStack stack = (RecurrentStack) conf.getLayer();
    List<NeuralNetConfiguration> configurations = stack.configurations(conf);
    List<INDArray> views = RecurrentStackParamInitializer.views(stack, params);
    layers = new RecurrentLayer[views.size()];
    Arrays.setAll(layers, i -> instantiate.apply(configurations.get(i), views.get(i)));
  }

  private void each(Consumer<RecurrentLayer> action) {
    Arrays.stream(layers).forEach(action);
  }

  @Override
  public boolean isPretrainLayer() {
    return false;
  }

  @Override
  public INDArray activate(boolean training, LayerWorkspaceMgr workspaceMgr) {
    assertInputSet(false);
    return through((layer, x) -> layer.activate(x, training, workspaceMgr), workspaceMgr);
  }

  @Override
  public INDArray rnnTimeStep(INDArray newInput, LayerWorkspaceMgr workspaceMgr) {
    setInput(newInput, workspaceMgr);
    return through((layer, x) -> layer.rnnTimeStep(x, workspaceMgr), workspaceMgr);
  }

  @Override
  public INDArray rnnActivateUsingStoredState(
      INDArray newInput, boolean training, boolean storeLast, LayerWorkspaceMgr workspaceMgr) {
    setInput(newInput, workspaceMgr);
    return through(
        (layer, x) -> layer.rnnActivateUsingStoredState(x, training, storeLast, workspaceMgr),
        workspaceMgr);
  }

  private INDArray through(
      BiFunction<RecurrentLayer, INDArray, INDArray> step, LayerWorkspaceMgr workspaceMgr) {
    INDArray[] states = new INDArray[layers.length];
    INDArray x = input;
    for (int i = 0; i < layers.length; i++) {
      states[i] = step.apply(layers[i], x);
      x = states[i];
    }
    return workspaceMgr.leverageTo(ArrayType.ACTIVATIONS, Nd4j.concat(neuronAxis(), states));
  }

  private int neuronAxis() {
    return getDataFormat() == RNNFormat.NWC ? 2 : 1;
  }

  @Override
  public Pair<Gradient, INDArray> backpropGradient(
      INDArray epsilon, LayerWorkspaceMgr workspaceMgr) {
    return back(epsilon, (layer, own) -> layer.backpropGradient(own, workspaceMgr));
  }

  @Override
  public Pair<Gradient, INDArray> tbpttBackpropGradient(
      INDArray epsilon, int tbpttBackLength, LayerWorkspaceMgr workspaceMgr) {
    return back(
        epsilon, (layer, own) -> layer.tbpttBackpropGradient(own, tbpttBackLength, workspaceMgr));
  }

  private Pair<Gradient, INDArray> back(
      INDArray epsilon, BiFunction<RecurrentLayer, INDArray, Pair<Gradient, INDArray>> step) {
    Gradient gradient = new DefaultGradient(gradientsFlattened);
    List<INDArray> ofLayers = neurons(epsilon);
    INDArray toInput = null;
    for (int i = layers.length - 1; i >= 0; i--) {
      INDArray own = ofLayers.get(i);
      // The states of a layer go to the output and, but for the last layer, to the one above.
      Pair<Gradient, INDArray> below =
          step.apply(layers[i], toInput == null ? own : toInput.addi(own));
      int layer = i;
      below
          .getFirst()
          .gradientForVariable()
          .forEach(
              (name, values) ->
                  gradient
                      .gradientForVariable()
                      .put(new StackedName(layer, name).toString(), values));
      toInput = below.getSecond();
    }
    return new Pair<>(gradient, toInput);
  }

  /** The part of the output that each layer made. */
  private List<INDArray> neurons(INDArray output) {
    List<INDArray> parts = new ArrayList<>();
    long start = 0;
    for (org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer layer : layerConf().getLayers()) {
      INDArrayIndex[] part = {all(), all(), all()};
      part[neuronAxis()] = interval(start, start + layer.getNOut());
      parts.add(output.get(part));
      start += layer.getNOut();
    }
    return parts;
  }

  @Override
  public Map<String, INDArray> rnnGetPreviousState() {
    return states(RecurrentLayer::rnnGetPreviousState);
  }

  @Override
  public Map<String, INDArray> rnnGetTBPTTState() {
    return states(RecurrentLayer::rnnGetTBPTTState);
  }

  private Map<String, INDArray> states(Function<RecurrentLayer, Map<String, INDArray>> ofLayer) {
    Map<String, INDArray> states = new HashMap<>();
    for (int i = 0; i < layers.length; i++) {
      int layer = i;
      ofLayer
          .apply(layers[i])
          .forEach((name, state) -> states.put(new StackedName(layer, name).toString(), state));
    }
    return states;
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if a name does not start with the index of a layer
   */
  @Override
  public void rnnSetPreviousState(Map<String, INDArray> states) {
    List<Map<String, INDArray>> ofLayers = byLayer(states);
    for (int i = 0; i < layers.length; i++) {
      layers[i].rnnSetPreviousState(ofLayers.get(i));
    }
  }

  @Override
  public void rnnSetTBPTTState(Map<String, INDArray> states) {
    List<Map<String, INDArray>> ofLayers = byLayer(states);
    for (int i = 0; i < layers.length; i++) {
      layers[i].rnnSetTBPTTState(ofLayers.get(i));
    }
  }

  private List<Map<String, INDArray>> byLayer(Map<String, INDArray> states) {
    List<Map<String, INDArray>> ofLayers = new ArrayList<>();
    each(layer -> ofLayers.add(new HashMap<>()));
    states.forEach(
        (key, state) -> {
          StackedName name = StackedName.of(key);
          if (name.layer() >= layers.length) {
            throw new IllegalArgumentException(
                "state \"" + key + "\": the stack has " + layers.length + " layers");
          }
          ofLayers.get(name.layer()).put(name.own(), state);
        });
    return ofLayers;
  }

  @Override
  public void rnnClearPreviousState() {
    each(RecurrentLayer::rnnClearPreviousState);
  }

  @Override
  public Pair<INDArray, MaskState> feedForwardMaskArray(
      INDArray mask, MaskState state, int minibatchSize) {
    each(layer -> layer.feedForwardMaskArray(mask, state, minibatchSize));
    return super.feedForwardMaskArray(mask, state, minibatchSize);
  }

  @Override
  public void setMaskArray(INDArray mask) {
    super.setMaskArray(mask);
    each(layer -> layer.setMaskArray(mask));
  }

  @Override
  public void setBackpropGradientsViewArray(INDArray gradients) {
    super.setBackpropGradientsViewArray(gradients);
    List<INDArray> views = RecurrentStackParamInitializer.views(layerConf(), gradients);
    for (int i = 0; i < layers.length; i++) {
      layers[i].setBackpropGradientsViewArray(views.get(i));
    }
  }

  @Override
  public void applyConstraints(int iteration, int epoch) {
    each(layer -> layer.applyConstraints(iteration, epoch));
    super.applyConstraints(iteration, epoch);
  }

  @Override
  public void setIterationCount(int iterations) {
    super.setIterationCount(iterations);
    each(layer -> layer.setIterationCount(iterations));
  }

  @Override
  public void setEpochCount(int epochs) {
    super.setEpochCount(epochs);
    each(layer -> layer.setEpochCount(epochs));
  }

  @Override
  public void setCacheMode(CacheMode mode) {
    super.setCacheMode(mode);
    each(layer -> layer.setCacheMode(mode));
  }

  @Override
  public void clearNoiseWeightParams() {
    super.clearNoiseWeightParams();
    each(Layer::clearNoiseWeightParams);
  }

  @Override
  public void clear() {
    super.clear();
    each(Layer::clear);
  }
}
