package org.mf4j.layers;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.deeplearning4j.nn.api.layers.RecurrentLayer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.AbstractLayer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.mf4j.engine.RowWriter;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** {@link InputViews} at work. */
final class InputViewsLayer extends AbstractLayer<InputViews> implements RecurrentLayer {
  /** Name of the state: the last steps {@code [B,nIn,memory]}, NaN where there was none yet. */
  static final String STATE_KEY = "last";

  private static final long serialVersionUID = 1L;

  private final Map<String, INDArray> streamState = new HashMap<>();
  private final Map<String, INDArray> truncatedState = new HashMap<>();
  private transient double[] startOfLastRun;

  InputViewsLayer(NeuralNetConfiguration conf, DataType dataType) {
    super(conf, dataType);
  }

  @Override
  public Type type() {
    return Type.RECURRENT;
  }

  @Override
  public boolean isPretrainLayer() {
    return false;
  }

  @Override
  public void clearNoiseWeightParams() {
    // There are no parameters.
  }

  @Override
  public INDArray activate(boolean training, LayerWorkspaceMgr workspaceMgr) {
    assertInputSet(false);
    return run(new HashMap<>(), workspaceMgr);
  }

  @Override
  public INDArray rnnTimeStep(INDArray newInput, LayerWorkspaceMgr workspaceMgr) {
    setInput(newInput, workspaceMgr);
    return run(streamState, workspaceMgr);
  }

  @Override
  public INDArray rnnActivateUsingStoredState(
      INDArray newInput, boolean training, boolean storeLast, LayerWorkspaceMgr workspaceMgr) {
    setInput(newInput, workspaceMgr);
    return run(storeLast ? truncatedState : new HashMap<>(truncatedState), workspaceMgr);
  }

  /** Runs from the state, which is replaced. */
  private INDArray run(Map<String, INDArray> state, LayerWorkspaceMgr workspaceMgr) {
    INDArray x = channelsFirst(input);
    int batch = (int) x.size(0);
    int channels = (int) x.size(1);
    int memory = layerConf().memory();
    double[] last = last(state, batch, channels * memory);
    startOfLastRun = last.clone();
    double[] both = filter(x).of(values(x), last);
    try (MemoryWorkspace detached = Nd4j.getWorkspaceManager().scopeOutOfWorkspaces()) {
      state.put(STATE_KEY, Nd4j.createFromArray(last).reshape(batch, channels, memory));
    }
    return array(both, layerConf().channels(channels), ArrayType.ACTIVATIONS, workspaceMgr);
  }

  private double[] last(Map<String, INDArray> state, int batch, int perSeries) {
    INDArray stored = state.get(STATE_KEY);
    if (stored == null) {
      double[] none = new double[batch * perSeries];
      Arrays.fill(none, Double.NaN);
      return none;
    }
    if (stored.size(0) != batch) {
      throw new IllegalStateException(
          layerConf().getClass().getSimpleName()
              + ": the stored state is of "
              + stored.size(0)
              + " series, the input of "
              + batch
              + "; call rnnClearPreviousState() before another batch size");
    }
    return values(stored);
  }

  private InputViews.Filter filter(INDArray x) {
    return layerConf().filter((int) x.size(1), StepMask.of(maskArray, x.size(0), x.size(2)));
  }

  private static double[] values(INDArray array) {
    return array.dup('c').data().asDouble();
  }

  /** {@code [B,n,T]} in the layer's format and the network's precision. */
  private INDArray array(
      double[] values, long channels, ArrayType type, LayerWorkspaceMgr workspaceMgr) {
    INDArray x = channelsFirst(input);
    INDArray array =
        workspaceMgr.createUninitialized(
            type, dataType, new long[] {x.size(0), channels, x.size(2)}, 'c');
    int steps = (int) x.size(2);
    RowWriter.write(
        array,
        (int) (x.size(0) * channels),
        line -> Arrays.copyOfRange(values, line * steps, (line + 1) * steps));
    return channelsFirst(array);
  }

  /** NWC to NCW and back; NCW as it is. */
  private INDArray channelsFirst(INDArray series) {
    return layerConf().getFormat() == RNNFormat.NWC ? series.permute(0, 2, 1) : series;
  }

  @Override
  public Pair<Gradient, INDArray> backpropGradient(
      INDArray epsilon, LayerWorkspaceMgr workspaceMgr) {
    assertInputSet(true);
    INDArray x = channelsFirst(input);
    double[] dx = filter(x).back(values(channelsFirst(epsilon)), startOfLastRun);
    return new Pair<>(
        new DefaultGradient(), array(dx, x.size(1), ArrayType.ACTIVATION_GRAD, workspaceMgr));
  }

  @Override
  public Pair<Gradient, INDArray> tbpttBackpropGradient(
      INDArray epsilon, int tbpttBackLength, LayerWorkspaceMgr workspaceMgr) {
    return backpropGradient(epsilon, workspaceMgr);
  }

  @Override
  public Map<String, INDArray> rnnGetPreviousState() {
    return new HashMap<>(streamState);
  }

  @Override
  public void rnnSetPreviousState(Map<String, INDArray> states) {
    streamState.clear();
    streamState.putAll(states);
  }

  @Override
  public void rnnClearPreviousState() {
    streamState.clear();
    truncatedState.clear();
  }

  @Override
  public Map<String, INDArray> rnnGetTBPTTState() {
    return new HashMap<>(truncatedState);
  }

  @Override
  public void rnnSetTBPTTState(Map<String, INDArray> states) {
    truncatedState.clear();
    truncatedState.putAll(states);
  }
}
