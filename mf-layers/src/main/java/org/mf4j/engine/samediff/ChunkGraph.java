package org.mf4j.engine.samediff;

import static org.mf4j.engine.SequenceEngine.BIAS;
import static org.mf4j.engine.SequenceEngine.INPUT_WEIGHTS;
import static org.mf4j.engine.SequenceEngine.RECURRENT_WEIGHTS;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mf4j.cells.RecurrentCell;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.internal.InferenceSession;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A fixed number of steps as a graph, with the state that comes in as a placeholder: built once, it
 * serves series of every length and batches of every size. The loss of the graph is the inner
 * product of the states with the gradients that arrive for them, so that its gradient is the
 * adjoint of the chunk.
 */
final class ChunkGraph {
  static final String INPUT = "x";
  static final String STATE = "state";
  static final String MASK = "mask";
  static final String STATES = "states";
  static final String EPSILON = "epsilon";
  static final String EPSILON_LAST = "epsilonLast";
  private static final String LOSS = "loss";

  private final SameDiff sd = SameDiff.create();
  private final List<String> differentiated = new ArrayList<>();

  ChunkGraph(RecurrentCell cell, ChunkShape shape, DataType dataType) {
    Map<String, SDVariable> params = parameters(cell, shape, dataType);
    SDVariable x = sd.placeHolder(INPUT, dataType, -1, shape.channels());
    SDVariable state = sd.placeHolder(STATE, dataType, -1, shape.neurons());
    Optional<SDVariable> mask =
        shape.masked() ? Optional.of(sd.placeHolder(MASK, dataType, -1, 1)) : Optional.empty();
    differentiated.addAll(params.keySet());
    differentiated.add(INPUT);
    differentiated.add(STATE);
    SDVariable[] states =
        new UnrolledSteps(sd, cell, x, params, shape.neurons(), dataType)
            .states(state, mask, shape.steps());
    addLoss(states, shape, dataType);
  }

  private Map<String, SDVariable> parameters(
      RecurrentCell cell, ChunkShape shape, DataType dataType) {
    Map<String, SDVariable> params = new LinkedHashMap<>();
    int n = shape.neurons();
    params.put(INPUT_WEIGHTS, sd.placeHolder(INPUT_WEIGHTS, dataType, shape.channels(), n));
    params.put(RECURRENT_WEIGHTS, sd.placeHolder(RECURRENT_WEIGHTS, dataType, n, n));
    params.put(BIAS, sd.placeHolder(BIAS, dataType, 1, n));
    cell.freeConstants()
        .forEach(
            (name, values) -> params.put(name, sd.placeHolder(name, dataType, 1, values.length)));
    return params;
  }

  private void addLoss(SDVariable[] states, ChunkShape shape, DataType dataType) {
    SDVariable all =
        states.length == 1 ? sd.identity(STATES, states[0]) : sd.concat(STATES, 0, states);
    SDVariable epsilon = sd.placeHolder(EPSILON, dataType, -1, shape.neurons());
    SDVariable epsilonLast = sd.placeHolder(EPSILON_LAST, dataType, -1, shape.neurons());
    SDVariable last = states[states.length - 1];
    all.mul(epsilon).sum().add(LOSS, last.mul(epsilonLast).sum());
    sd.setLossVariables(LOSS);
  }

  /**
   * Runs the chunk forward.
   *
   * @param placeholders parameters, input, state and mask
   * @return the states after every step, time-major {@code [T*B,N]}; in the current workspace
   */
  INDArray states(Map<String, INDArray> placeholders) {
    useCurrentWorkspace(sd);
    INDArray states = sd.output(placeholders, STATES).get(STATES);
    forget(sd);
    return states;
  }

  /**
   * Runs the chunk forward and back.
   *
   * @param placeholders parameters, input, state, mask and both epsilons
   * @return the gradients of parameters, input and state by name; in the current workspace
   */
  Map<String, INDArray> gradients(Map<String, INDArray> placeholders) {
    buildGradients();
    SameDiff grad = sd.getFunction("grad");
    useCurrentWorkspace(grad);
    Map<String, INDArray> gradients = sd.calculateGradients(placeholders, differentiated);
    forget(sd);
    forget(grad);
    return gradients;
  }

  /** Outside of the workspace: the graph outlives it. */
  private void buildGradients() {
    if (!sd.hasGradientFunction()) {
      try (MemoryWorkspace detached = Nd4j.getWorkspaceManager().scopeOutOfWorkspaces()) {
        sd.createGradFunction(differentiated.toArray(new String[0]));
      }
    }
  }

  private static void useCurrentWorkspace(SameDiff graph) {
    graph
        .getSessions()
        .computeIfAbsent(Thread.currentThread().getId(), id -> new InferenceSession(graph))
        .setMmgr(new WorkspaceMemory());
  }

  /** Lets go of arrays whose workspace will be reused. */
  private static void forget(SameDiff graph) {
    graph.clearPlaceholders(true);
    graph.clearOpInputs();
  }
}
