package org.mf4j.layers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Where the parameters of a {@link RecurrentStack} lie: layer after layer. */
final class RecurrentStackParamInitializer implements ParamInitializer {
  static final RecurrentStackParamInitializer INSTANCE = new RecurrentStackParamInitializer();

  private RecurrentStackParamInitializer() {}

  /**
   * The name of a parameter or state of a {@link RecurrentStack}: the index of the layer, then the
   * layer's own name, which does not start with a digit. No separator: DL4J's graphs split names at
   * underscores.
   *
   * @param layer the index of the layer in the stack
   * @param own the name in that layer
   */
  record StackedName(int layer, String own) {
    static StackedName of(String name) {
      int digits = 0;
      while (digits < name.length() && Character.isDigit(name.charAt(digits))) {
        digits++;
      }
      if (digits == 0) {
        throw new IllegalArgumentException(
            "\""
                + name
                + "\": names in a RecurrentStack start with the index of a layer, as \"0W\"");
      }
      return new StackedName(Integer.parseInt(name.substring(0, digits)), name.substring(digits));
    }

    @Override
    public String toString() {
      return layer + own;
    }
  }

  @Override
  public long numParams(NeuralNetConfiguration conf) {
    return numParams(conf.getLayer());
  }

  @Override
  public long numParams(Layer layer) {
    return layers(layer).stream().mapToLong(one -> one.initializer().numParams(one)).sum();
  }

  @Override
  public List<String> paramKeys(Layer layer) {
    return keys(layer, ParamInitializer::paramKeys);
  }

  @Override
  public List<String> weightKeys(Layer layer) {
    return keys(layer, ParamInitializer::weightKeys);
  }

  @Override
  public List<String> biasKeys(Layer layer) {
    return keys(layer, ParamInitializer::biasKeys);
  }

  private static List<String> keys(
      Layer stack, BiFunction<ParamInitializer, Layer, List<String>> ofLayer) {
    List<String> keys = new ArrayList<>();
    List<BaseRecurrentLayer> layers = layers(stack);
    for (int i = 0; i < layers.size(); i++) {
      for (String own : ofLayer.apply(layers.get(i).initializer(), layers.get(i))) {
        keys.add(new StackedName(i, own).toString());
      }
    }
    return keys;
  }

  @Override
  public boolean isWeightParam(Layer layer, String key) {
    return weightKeys(layer).contains(key);
  }

  @Override
  public boolean isBiasParam(Layer layer, String key) {
    return biasKeys(layer).contains(key);
  }

  @Override
  public Map<String, INDArray> init(
      NeuralNetConfiguration conf, INDArray paramsView, boolean initializeParams) {
    Map<String, INDArray> params =
        stacked(
            conf,
            paramsView,
            (one, view) -> one.getLayer().initializer().init(one, view, initializeParams));
    conf.clearVariables();
    params.keySet().forEach(conf::addVariable);
    return params;
  }

  @Override
  public Map<String, INDArray> getGradientsFromFlattened(
      NeuralNetConfiguration conf, INDArray gradientView) {
    return stacked(
        conf,
        gradientView,
        (one, view) -> one.getLayer().initializer().getGradientsFromFlattened(one, view));
  }

  private static Map<String, INDArray> stacked(
      NeuralNetConfiguration conf,
      INDArray flat,
      BiFunction<NeuralNetConfiguration, INDArray, Map<String, INDArray>> ofLayer) {
    RecurrentStack stack = (RecurrentStack) conf.getLayer();
    List<NeuralNetConfiguration> configurations = stack.configurations(conf);
    List<INDArray> views = views(stack, flat);
    Map<String, INDArray> all = new LinkedHashMap<>();
    for (int i = 0; i < views.size(); i++) {
      int layer = i;
      ofLayer
          .apply(configurations.get(i), views.get(i))
          .forEach((own, view) -> all.put(new StackedName(layer, own).toString(), view));
    }
    return all;
  }

  /** The part of a flat array that belongs to each layer. */
  static List<INDArray> views(RecurrentStack stack, INDArray flat) {
    INDArray line = flat.reshape(flat.length());
    List<INDArray> views = new ArrayList<>();
    long start = 0;
    for (BaseRecurrentLayer layer : stack.getLayers()) {
      long end = start + layer.initializer().numParams(layer);
      views.add(line.get(NDArrayIndex.interval(start, end)));
      start = end;
    }
    return views;
  }

  private static List<BaseRecurrentLayer> layers(Layer stack) {
    return ((RecurrentStack) stack).getLayers();
  }
}
