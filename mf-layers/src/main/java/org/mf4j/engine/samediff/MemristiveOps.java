package org.mf4j.engine.samediff;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import org.mf4j.cells.MemristiveCell;
import org.mf4j.cells.RecurrentCell;
import org.mf4j.dynamics.Integration;
import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.dynamics.PhysicalConstant;
import org.mf4j.engine.SequenceEngine;
import org.nd4j.autodiff.samediff.NameScope;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The recurrent layers for users of SameDiff alone: one call adds a layer to any graph, and the
 * graph's own autodiff and {@code fit} train it.
 *
 * <pre>{@code
 * SameDiff sd = SameDiff.create();
 * SDVariable x = sd.placeHolder("x", DataType.FLOAT, -1, nIn, steps);
 * SDVariable w = sd.var("W", Nd4j.randn(nIn, n).muli(0.05));
 * SDVariable rw = sd.var("RW", Nd4j.randn(n, n).muli(0.05));
 * SDVariable b = sd.var("b", Nd4j.zeros(1, n));
 * MemristiveOps.States states =
 *     MemristiveOps.memristiveRnn(sd, "rnn", x, w, rw, b, steps, MemristiveDynamics.paper());
 * SDVariable logits = states.last().mmul(v).add(c);
 * }</pre>
 */
public final class MemristiveOps {
  /**
   * What a layer adds to a graph. Mark the loss of the graph ({@code sd.setLossVariables}, or one
   * of {@code sd.loss()}): SameDiff takes whatever nothing consumes for a loss otherwise.
   *
   * @param all the states after every step {@code [B,N,T]}, under the name of the layer
   * @param last the states after the last step {@code [B,N]}
   */
  public record States(SDVariable all, SDVariable last) {}

  private MemristiveOps() {}

  /**
   * Adds eqs. (9)-(12), Euler's step, states starting at 0.
   *
   * @param sd the graph
   * @param name name of the states {@code [B,N,T]}, and scope of everything else that is added
   * @param x input {@code [B,nIn,T]}; B may be open
   * @param w input weights {@code [nIn,N]}
   * @param rw recurrent weights {@code [N,N]}
   * @param b bias {@code [1,N]}
   * @param steps T
   * @param dynamics the constants
   * @return the states
   * @throws IllegalArgumentException if the constants are for another number of neurons
   */
  public static States memristiveRnn(
      SameDiff sd,
      String name,
      SDVariable x,
      SDVariable w,
      SDVariable rw,
      SDVariable b,
      int steps,
      MemristiveDynamics dynamics) {
    Map<String, SDVariable> params =
        Map.of(
            SequenceEngine.INPUT_WEIGHTS,
            w,
            SequenceEngine.RECURRENT_WEIGHTS,
            rw,
            SequenceEngine.BIAS,
            b);
    MemristiveCell cell =
        new MemristiveCell(dynamics, Integration.EULER, EnumSet.noneOf(PhysicalConstant.class));
    return rnn(sd, name, x, params, steps, cell);
  }

  /**
   * Adds a layer of any cell: the exact step, learned constants, the leaky neuron.
   *
   * @param sd the graph
   * @param name name of the states {@code [B,N,T]}, and scope of everything else that is added
   * @param x input {@code [B,nIn,T]}; B may be open
   * @param params {@code "W"} [nIn,k N], {@code "RW"} [N,k N], {@code "b"} [1,k N] with k
   *     pre-activations per neuron, and the free numbers of the cell's learned constants, [1,1] or
   *     [1,N]
   * @param steps T
   * @param cell the neurons; their states start at 0
   * @return the states
   * @throws IllegalArgumentException if the cell is for another number of neurons, or has noise,
   *     whose draws no graph can make
   */
  public static States rnn(
      SameDiff sd,
      String name,
      SDVariable x,
      Map<String, SDVariable> params,
      int steps,
      RecurrentCell cell) {
    long[] shape = params.get(SequenceEngine.INPUT_WEIGHTS).getShape();
    int neurons = (int) shape[1] / cell.preActivations();
    cell.requireNeurons(neurons);
    if (!cell.noise().isNone()) {
      throw new IllegalArgumentException(
          "noise = " + cell.noise() + ": must be none() here; a MemristiveRnn layer has noise");
    }
    SDVariable[] emitted = new SDVariable[steps];
    try (NameScope scope = sd.withNameScope(name)) {
      SDVariable timeMajor = sd.permute(x, 2, 0, 1).reshape(-1, shape[0]);
      // One row, which the first step broadcasts: B need not be known.
      SDVariable start = sd.constant(Nd4j.zeros(x.dataType(), 1, (long) cell.states() * neurons));
      UnrolledSteps unrolled =
          new UnrolledSteps(sd, cell, timeMajor, params, neurons, x.dataType());
      SDVariable[] states = unrolled.states(start, Optional.empty(), Optional.empty(), steps);
      Arrays.setAll(emitted, t -> unrolled.emitted(states[t]));
    }
    return new States(sd.stack(name, 2, emitted), emitted[steps - 1]);
  }
}
