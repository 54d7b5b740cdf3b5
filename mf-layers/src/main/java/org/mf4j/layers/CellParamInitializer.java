package org.mf4j.layers;

import static org.mf4j.engine.SequenceEngine.BIAS;
import static org.mf4j.engine.SequenceEngine.INPUT_WEIGHTS;
import static org.mf4j.engine.SequenceEngine.RECURRENT_WEIGHTS;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Where the parameters of a {@link CellRnn} lie in the flat array of the network. */
final class CellParamInitializer implements ParamInitializer {
  static final CellParamInitializer INSTANCE = new CellParamInitializer();

  private CellParamInitializer() {}

  @Override
  public long numParams(NeuralNetConfiguration conf) {
    return numParams(conf.getLayer());
  }

  @Override
  public long numParams(Layer layer) {
    return shapes(layer).values().stream().mapToLong(shape -> shape[0] * shape[1]).sum();
  }

  @Override
  public List<String> paramKeys(Layer layer) {
    return new ArrayList<>(shapes(layer).keySet());
  }

  @Override
  public List<String> weightKeys(Layer layer) {
    return List.of(INPUT_WEIGHTS, RECURRENT_WEIGHTS);
  }

  @Override
  public List<String> biasKeys(Layer layer) {
    return List.of(BIAS);
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
    CellRnn layer = (CellRnn) conf.getLayer();
    Map<String, INDArray> params = views(layer, paramsView);
    params.keySet().forEach(conf::addVariable);
    if (initializeParams) {
      fill(layer, params);
    }
    return params;
  }

  private static void fill(CellRnn layer, Map<String, INDArray> params) {
    IWeightInit input = layer.getWeightInitFn();
    IWeightInit recurrent =
        layer.getWeightInitFnRecurrent() == null ? input : layer.getWeightInitFnRecurrent();
    int preActivations = layer.cell().preActivations();
    for (int i = 0; i < preActivations; i++) {
      fill(input, part(params.get(INPUT_WEIGHTS), i, preActivations));
    }
    for (int i = 0; i < preActivations; i++) {
      fill(recurrent, part(params.get(RECURRENT_WEIGHTS), i, preActivations));
      part(params.get(BIAS), i, preActivations).assign(layer.initialBias(i));
    }
    layer
        .cell()
        .freeConstants()
        .forEach(
            (name, values) -> {
              INDArray view = params.get(name);
              view.assign(Nd4j.createFromArray(values).reshape(view.shape()));
            });
  }

  /** The columns of one pre-activation: initialisers see a layer of nOut, whatever its cell. */
  private static INDArray part(INDArray all, int i, int preActivations) {
    long width = all.size(1) / preActivations;
    return preActivations == 1
        ? all
        : all.get(NDArrayIndex.all(), NDArrayIndex.interval(i * width, (i + 1) * width));
  }

  private static void fill(IWeightInit init, INDArray view) {
    INDArray flat = view.reshape('f', new long[] {view.length()});
    init.init((double) view.size(0), (double) view.size(1), view.shape(), 'f', flat);
  }

  @Override
  public Map<String, INDArray> getGradientsFromFlattened(
      NeuralNetConfiguration conf, INDArray gradientView) {
    return views((CellRnn) conf.getLayer(), gradientView);
  }

  private static Map<String, INDArray> views(CellRnn layer, INDArray flat) {
    INDArray line = flat.reshape(flat.length());
    Map<String, INDArray> views = new LinkedHashMap<>();
    long start = 0;
    for (Map.Entry<String, long[]> entry : shapes(layer).entrySet()) {
      long[] shape = entry.getValue();
      long end = start + shape[0] * shape[1];
      views.put(entry.getKey(), line.get(NDArrayIndex.interval(start, end)).reshape('f', shape));
      start = end;
    }
    return views;
  }

  private static Map<String, long[]> shapes(Layer layer) {
    CellRnn rnn = (CellRnn) layer;
    long nOut = rnn.getNOut();
    long columns = rnn.cell().preActivations() * nOut;
    Map<String, long[]> shapes = new LinkedHashMap<>();
    shapes.put(INPUT_WEIGHTS, new long[] {rnn.getNIn(), columns});
    shapes.put(RECURRENT_WEIGHTS, new long[] {nOut, columns});
    shapes.put(BIAS, new long[] {1, columns});
    rnn.cell()
        .freeConstants()
        .forEach((name, values) -> shapes.put(name, new long[] {1, values.length}));
    return shapes;
  }
}
