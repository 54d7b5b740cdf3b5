package org.mf4j.engine.samediff;

import static org.mf4j.engine.SequenceEngine.BIAS;
import static org.mf4j.engine.SequenceEngine.INPUT_WEIGHTS;
import static org.mf4j.engine.SequenceEngine.RECURRENT_WEIGHTS;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mf4j.cells.RecurrentCell;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.internal.InferenceSession;
import org.nd4j.autodiff.samediff.internal.memory.AbstractMemoryMgr;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.shape.LongShapeDescriptor;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A fixed number of steps as a graph, with the state that comes in as a placeholder: built once, it
 * serves series of every length and batches of every size. The loss of the graph is the inner
 * product of the states with the gradients that arrive for them, so that its gradient is the
 * adjoint of the chunk.
 */
final class ChunkGraph {
  /**
   * What a chunk's graph depends on; the batch size is not among it.
   *
   * @param steps the number of steps
   * @param channels nIn
   * @param neurons N
   * @param masked whether steps may be masked
   * @param draws d, how many numbers a neuron draws per step
   */
  record Shape(int steps, int channels, int neurons, boolean masked, int draws) {}

  static final String INPUT = "x";
  static final String STATE = "state";
  static final String MASK = "mask";
  static final String DRAWS = "draws";
  static final String STATES = "states";
  static final String EPSILON = "epsilon";
  static final String EPSILON_LAST = "epsilonLast";
  private static final String LOSS = "loss";

  private final SameDiff sd = SameDiff.create();
  private final List<String> differentiated = new ArrayList<>();

  ChunkGraph(RecurrentCell cell, Shape shape, DataType dataType) {
    Map<String, SDVariable> params = parameters(cell, shape, dataType);
    SDVariable x = sd.placeHolder(INPUT, dataType, -1, shape.channels());
    int states = cell.states() * shape.neurons();
    SDVariable state = sd.placeHolder(STATE, dataType, -1, states);
    Optional<SDVariable> mask =
        shape.masked() ? Optional.of(sd.placeHolder(MASK, dataType, -1, 1)) : Optional.empty();
    Optional<SDVariable> draws =
        shape.draws() > 0
            ? Optional.of(
                sd.placeHolder(DRAWS, dataType, -1, (long) shape.draws() * shape.neurons()))
            : Optional.empty();
    differentiated.addAll(params.keySet());
    differentiated.add(INPUT);
    differentiated.add(STATE);
    UnrolledSteps steps = new UnrolledSteps(sd, cell, x, params, shape.neurons(), dataType);
    addLoss(
        steps, steps.states(state, mask, draws, shape.steps()), shape.neurons(), states, dataType);
  }

  private Map<String, SDVariable> parameters(RecurrentCell cell, Shape shape, DataType dataType) {
    Map<String, SDVariable> params = new LinkedHashMap<>();
    int n = shape.neurons();
    int columns = cell.preActivations() * n;
    params.put(INPUT_WEIGHTS, sd.placeHolder(INPUT_WEIGHTS, dataType, shape.channels(), columns));
    params.put(RECURRENT_WEIGHTS, sd.placeHolder(RECURRENT_WEIGHTS, dataType, n, columns));
    params.put(BIAS, sd.placeHolder(BIAS, dataType, 1, columns));
    cell.freeConstants()
        .forEach(
            (name, values) -> params.put(name, sd.placeHolder(name, dataType, 1, values.length)));
    return params;
  }

  private void addLoss(
      UnrolledSteps steps, SDVariable[] states, int neurons, int width, DataType dataType) {
    SDVariable all =
        states.length == 1 ? sd.identity(STATES, states[0]) : sd.concat(STATES, 0, states);
    SDVariable epsilon = sd.placeHolder(EPSILON, dataType, -1, neurons);
    SDVariable epsilonLast = sd.placeHolder(EPSILON_LAST, dataType, -1, width);
    SDVariable last = states[states.length - 1];
    steps.emitted(all).mul(epsilon).sum().add(LOSS, last.mul(epsilonLast).sum());
    sd.setLossVariables(LOSS);
  }

  /**
   * Runs the chunk forward.
   *
   * @param placeholders parameters, input, state, mask and draws
   * @return the states after every step, time-major {@code [T*B,m N]}; in the current workspace
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
   * @param placeholders parameters, input, state, mask, draws and both epsilons
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
        Prints.without(() -> sd.createGradFunction(differentiated.toArray(new String[0])));
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

  /**
   * SameDiff 1.0.0-M2.1 prints a line for every operation that it differentiates, which would stand
   * among what a program writes to its standard output.
   */
  private static final class Prints extends PrintStream {
    private static final String PRINTED = "Added differentiated op ";

    private final PrintStream others;

    private Prints(PrintStream others) {
      super(others, true);
      this.others = others;
    }

    /** One at a time, so that each finds the stream that it puts back. */
    static synchronized void without(Runnable differentiating) {
      PrintStream others = System.out;
      Prints all = new Prints(others);
      System.setOut(all);
      try {
        differentiating.run();
      } finally {
        if (System.out == all) {
          System.setOut(others);
        }
      }
    }

    @Override
    public void print(String text) {
      others.print(text);
    }

    @Override
    public void println(String line) {
      if (line == null || !line.startsWith(PRINTED)) {
        others.println(line);
      }
    }
  }

  /**
   * Gives a SameDiff session arrays of the workspace that is open. Memory management is most of the
   * cost of small operations; in a workspace an allocation is the increment of a pointer, and
   * nothing is released before the workspace closes.
   */
  private static final class WorkspaceMemory extends AbstractMemoryMgr {
    @Override
    public INDArray allocate(boolean detached, DataType dataType, long... shape) {
      return Nd4j.createUninitialized(dataType, shape);
    }

    @Override
    public INDArray allocate(boolean detached, LongShapeDescriptor descriptor) {
      return descriptor.isEmpty()
          ? Nd4j.create(descriptor)
          : Nd4j.createUninitialized(
              descriptor.dataType(), descriptor.getShape(), descriptor.getOrder());
    }

    @Override
    public void release(INDArray array) {
      // The workspace ends as a whole.
    }

    @Override
    public void close() {
      // The workspace ends as a whole.
    }
  }
}
