package org.mf4j.layers;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.recurrent.BaseRecurrentLayer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.mf4j.cells.RecurrentCell;
import org.mf4j.engine.Constants;
import org.mf4j.engine.EndedThreads;
import org.mf4j.engine.EngineChoice;
import org.mf4j.engine.ObservableEngine;
import org.mf4j.engine.Sequence;
import org.mf4j.engine.SequenceEngine;
import org.mf4j.engine.SequenceGradients;
import org.mf4j.engine.SequenceRun;
import org.mf4j.engine.SeriesNumbers;
import org.mf4j.engine.SeriesNumbers.Way;
import org.mf4j.engine.StateGradients;
import org.mf4j.engine.StateObserver;
import org.mf4j.engine.Work;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * A {@link CellRnn} at work: keeps DL4J's contract (stored states, truncated BPTT, masks, dropout,
 * weight noise, formats, workspaces) and leaves the sequence to an engine.
 */
public final class CellRnnLayer extends BaseRecurrentLayer<CellRnn> {
  /**
   * Name of the state in {@link #rnnGetPreviousState()}: the states {@code [B,m nOut]}, m per
   * neuron, of which the first nOut columns are emitted; m is 1 for all layers of this library.
   */
  public static final String STATE_KEY = "state";

  private static final long serialVersionUID = 1L;

  private final SeriesNumbers numbers;
  private transient EngineChoice engines;
  private transient SequenceRun trainingRun;
  private transient INDArray startOfLastRun;

  /** What rnnTimeStep writes the next state to: the array of the state before the last. */
  private transient INDArray spareState;

  CellRnnLayer(NeuralNetConfiguration conf, DataType dataType) {
    super(conf, dataType);
    this.numbers = new SeriesNumbers(cell().noise().realisation());
  }

  @Override
  public boolean isPretrainLayer() {
    return false;
  }

  @Override
  public INDArray activate(boolean training, LayerWorkspaceMgr workspaceMgr) {
    assertInputSet(false);
    numbers.start(input);
    return run(null, null, training, workspaceMgr).activations();
  }

  @Override
  public INDArray rnnTimeStep(INDArray input, LayerWorkspaceMgr workspaceMgr) {
    setInput(input, workspaceMgr);
    INDArray before = stateMap.get(STATE_KEY);
    numbers.start(input, Way.STREAM, before != null);
    Run run = run(before, spareState, false, workspaceMgr);
    numbers.end(Way.STREAM, run.sequence().steps());
    stateMap.put(STATE_KEY, run.sequence().lastState());
    spareState = before;
    return run.activations();
  }

  @Override
  public INDArray rnnActivateUsingStoredState(
      INDArray input, boolean training, boolean storeLastForTBPTT, LayerWorkspaceMgr workspaceMgr) {
    setInput(input, workspaceMgr);
    INDArray before = tBpttStateMap.get(STATE_KEY);
    numbers.start(input, Way.TRUNCATED_BPTT, before != null);
    Run run = run(before, null, training, workspaceMgr);
    if (storeLastForTBPTT) {
      numbers.end(Way.TRUNCATED_BPTT, run.sequence().steps());
      tBpttStateMap.put(STATE_KEY, run.sequence().lastState());
    }
    return run.activations();
  }

  @Override
  public Map<String, INDArray> rnnGetPreviousState() {
    return detached(stateMap);
  }

  /**
   * {@inheritDoc}
   *
   * <p>The states are copied: what happens to the given arrays later has no effect.
   *
   * @throws IllegalArgumentException if there is a state of another name than {@value #STATE_KEY},
   *     or its shape is not {@code [B,m nOut]}
   */
  @Override
  public void rnnSetPreviousState(Map<String, INDArray> states) {
    InputChecks.requireStates(this, states);
    super.rnnSetPreviousState(detached(states));
  }

  @Override
  public Map<String, INDArray> rnnGetTBPTTState() {
    return detached(tBpttStateMap);
  }

  /**
   * {@inheritDoc}
   *
   * <p>The states are copied, and checked as in {@link #rnnSetPreviousState}.
   */
  @Override
  public void rnnSetTBPTTState(Map<String, INDArray> states) {
    InputChecks.requireStates(this, states);
    super.rnnSetTBPTTState(detached(states));
  }

  private Map<String, INDArray> detached(Map<String, INDArray> states) {
    try (MemoryWorkspace detached = Nd4j.getWorkspaceManager().scopeOutOfWorkspaces()) {
      Map<String, INDArray> copies = new HashMap<>();
      states.forEach((name, state) -> copies.put(name, state.castTo(dataType).dup('c')));
      return copies;
    }
  }

  @Override
  public void clear() {
    super.clear();
    trainingRun = null;
    startOfLastRun = null;
  }

  @Override
  public Pair<Gradient, INDArray> backpropGradient(
      INDArray epsilon, LayerWorkspaceMgr workspaceMgr) {
    return tbpttBackpropGradient(epsilon, -1, workspaceMgr);
  }

  @Override
  public Pair<Gradient, INDArray> tbpttBackpropGradient(
      INDArray epsilon, int tbpttBackLength, LayerWorkspaceMgr workspaceMgr) {
    INDArray ofSteps = timeMajor(permuteIfNWC(epsilon.castTo(dataType)));
    return backward(StateGradients.ofActivations(ofSteps), tbpttBackLength, workspaceMgr);
  }

  /** The adjoint of {@link #activateLastState}: epsilon is {@code [B,nOut]}. */
  Pair<Gradient, INDArray> backpropLastState(INDArray epsilon, LayerWorkspaceMgr workspaceMgr) {
    INDArray ofStates = epsilon.castTo(dataType);
    if (states() > neurons()) {
      ofStates = Nd4j.create(dataType, epsilon.size(0), states());
      emitted(ofStates).assign(epsilon);
    }
    return backward(StateGradients.ofLastState(ofStates), -1, workspaceMgr);
  }

  /** The first states of {@code [B,m nOut]}. */
  private INDArray emitted(INDArray states) {
    return states.get(NDArrayIndex.all(), NDArrayIndex.interval(0, neurons()));
  }

  private Pair<Gradient, INDArray> backward(
      StateGradients from, int stepsBack, LayerWorkspaceMgr workspaceMgr) {
    assertInputSet(true);
    if (trainingRun == null) {
      // The activations that are given back come from a run without noise that kept nothing.
      forward(sequence(startOfLastRun, null), weights(false, workspaceMgr), Optional.empty(), true);
    }
    INDArray x = timeMajor(permuteIfNWC(input));
    int steps = (int) x.size(0);
    INDArray dx =
        workspaceMgr.createUninitialized(ArrayType.ACTIVATION_GRAD, dataType, x.shape(), 'c');
    trainingRun.backward(
        from,
        stepsBack > 0 ? Math.min(stepsBack, steps) : steps,
        new SequenceGradients(
            dx, Nd4j.createUninitialized(dataType, startOfLastRun.shape()), gradientViews));
    trainingRun = null;
    weightNoiseParams.clear();
    Gradient gradient = new DefaultGradient(gradientsFlattened);
    gradient.gradientForVariable().putAll(gradientViews);
    INDArray inputGradient = permuteIfNWC(batchMajor(dx));
    return new Pair<>(
        gradient, dropoutApplied ? backpropDropOutIfPresent(inputGradient) : inputGradient);
  }

  /** What DL4J is given, and the series with the state that may be kept. */
  private record Run(INDArray activations, Sequence sequence) {}

  private Run run(
      INDArray start, INDArray spare, boolean training, LayerWorkspaceMgr workspaceMgr) {
    Sequence sequence = checked(start, spare, training, workspaceMgr);
    INDArray activations =
        workspaceMgr.createUninitialized(
            ArrayType.ACTIVATIONS, dataType, shapeInMemory(sequence), 'c');
    forward(sequence, weights(training, workspaceMgr), Optional.of(activations), training);
    return new Run(
        sequence.steps() == 1 ? activations : permuteIfNWC(batchMajor(activations)), sequence);
  }

  /** One step needs no view of {@code [T,B,N]}, which would cost a tenth of rnnTimeStep. */
  private long[] shapeInMemory(Sequence sequence) {
    long neurons = neurons();
    if (sequence.steps() > 1) {
      return new long[] {sequence.steps(), sequence.batch(), neurons};
    }
    return getDataFormat() == RNNFormat.NWC
        ? new long[] {sequence.batch(), 1, neurons}
        : new long[] {sequence.batch(), neurons, 1};
  }

  /**
   * Runs the series for their last states alone.
   *
   * @return {@code [B,nOut]}
   */
  INDArray activateLastState(boolean training, LayerWorkspaceMgr workspaceMgr) {
    assertInputSet(false);
    InputChecks.requirePresentSteps(this, maskArray);
    INDArray last =
        workspaceMgr.createUninitialized(
            ArrayType.ACTIVATIONS, dataType, new long[] {input.size(0), neurons()}, 'c');
    boolean isWholeState = states() == neurons();
    numbers.start(input);
    Sequence sequence = checked(null, isWholeState ? last : null, training, workspaceMgr);
    SequenceRun run =
        forward(sequence, weights(training, workspaceMgr), Optional.empty(), training);
    return isWholeState ? last : last.assign(emitted(run.lastState()));
  }

  private Sequence checked(
      INDArray start, INDArray spare, boolean training, LayerWorkspaceMgr workspaceMgr) {
    InputChecks.requireShape(this, input, maskArray, start);
    applyDropOutIfNecessary(training, workspaceMgr);
    return sequence(start, spare);
  }

  private SequenceRun forward(
      Sequence sequence,
      Map<String, INDArray> weights,
      Optional<INDArray> activations,
      boolean keep) {
    SequenceRun run = engine(sequence.work(keep)).forward(sequence, weights, activations, keep);
    requireFinite(run, weights);
    trainingRun = keep ? run : null;
    startOfLastRun = sequence.initialState();
    return run;
  }

  /**
   * Shows the states of an inference without keeping them, where the engine can.
   *
   * @return whether it could
   */
  boolean observe(StateObserver observer, LayerWorkspaceMgr workspaceMgr) {
    assertInputSet(false);
    Work work = new Work((int) input.size(0), (int) permuteIfNWC(input).size(2), false);
    if (!(engine(work) instanceof ObservableEngine observable)) {
      return false;
    }
    InputChecks.requirePresentSteps(this, maskArray);
    InputChecks.requireShape(this, input, maskArray, null);
    Map<String, INDArray> weights = weights(false, workspaceMgr);
    numbers.start(input);
    requireFinite(observable.observe(sequence(null, null), weights, observer), weights);
    return true;
  }

  private Sequence sequence(INDArray start, INDArray spare) {
    EndedThreads.notice();
    INDArray x = permuteIfNWC(InputChecks.inType(input, dataType));
    INDArray timeMajor = timeMajor(InputChecks.withoutMaskedNaN(x, maskArray));
    Optional<INDArray> mask = Optional.ofNullable(maskArray);
    INDArray initial = start == null ? layerConf().initialState(x.size(0), dataType) : start;
    INDArray last =
        spare != null && spare.equalShapes(initial)
            ? spare
            : Nd4j.createUninitializedDetached(dataType, initial.shape());
    return new Sequence(timeMajor, mask, initial, last, numbers.place());
  }

  private void requireFinite(SequenceRun run, Map<String, INDArray> weights) {
    if (!run.isFinite()) {
      throw InputChecks.notFinite(this, permuteIfNWC(input), maskArray, weights);
    }
  }

  private Map<String, INDArray> weights(boolean training, LayerWorkspaceMgr workspaceMgr) {
    Map<String, INDArray> weights = new HashMap<>();
    params.forEach(
        (name, any) -> weights.put(name, getParamWithNoise(name, training, workspaceMgr)));
    return weights;
  }

  private SequenceEngine engine(Work work) {
    if (engines == null) {
      engines = layerConf().engines(dataType);
    }
    return engines.of(work);
  }

  int neurons() {
    return (int) layerConf().getNOut();
  }

  /** How many states a series has: nOut that are emitted, and those that the cell keeps inside. */
  int states() {
    return cell().states() * neurons();
  }

  RecurrentCell cell() {
    return layerConf().cell();
  }

  /** The stability of the cell with these weights' learned constants, in words. */
  String stability(Map<String, INDArray> weights) {
    return cell().stability(Constants.of(cell(), weights));
  }

  String describe() {
    String name = layerConf().getLayerName();
    return "%s \"%s\""
        .formatted(layerConf().getClass().getSimpleName(), name == null ? index : name);
  }

  /** {@code [B,n,T]} to {@code [T,B,n]}. */
  private static INDArray timeMajor(INDArray batchMajor) {
    return batchMajor.permute(2, 0, 1);
  }

  /** {@code [T,B,n]} to {@code [B,n,T]}. */
  private static INDArray batchMajor(INDArray timeMajor) {
    return timeMajor.permute(1, 2, 0);
  }
}
