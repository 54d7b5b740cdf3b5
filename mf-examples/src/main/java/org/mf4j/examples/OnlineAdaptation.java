package org.mf4j.examples;

import java.util.Arrays;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.mf4j.dynamics.Integration;
import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.layers.MemristiveRnn;
import org.mf4j.random.SeededRandom;
import org.mf4j.readout.online.LeastMeanSquares;
import org.mf4j.readout.online.OnlineReadout;
import org.mf4j.readout.online.RecursiveLeastSquares;
import org.mf4j.readout.online.StreamingNetwork;
import org.mf4j.reservoir.ReservoirNetwork;
import org.mf4j.reservoir.ReservoirOptions;

/** A readout that goes on learning follows a world that changes; one learnt once does not. */
public final class OnlineAdaptation {
  private static final int UNITS = 50;
  private static final int REBUILT = 1000;
  private static final int JUDGED = 300;

  private OnlineAdaptation() {}

  /**
   * Prints the error of three readouts before and long after the change.
   *
   * @param args none
   */
  public static void main(String[] args) {
    print("learnt once", errors(recursive(), REBUILT));
    print("normalised LMS", errors(LeastMeanSquares.normalised(UNITS, 1, 1), 2 * REBUILT));
    print("RLS that forgets", errors(recursive(), 2 * REBUILT));
  }

  private static void print(String readout, double[] errors) {
    System.out.printf("%-20s RMSE before %.3f, after %.3f%n", readout, errors[0], errors[1]);
  }

  /** Remembers about 200 steps; 1e4 is one over the penalty of the ridge regression it equals. */
  static OnlineReadout recursive() {
    return new RecursiveLeastSquares(UNITS, 1, 0.995, 1e4);
  }

  /** RMSE over the last steps before the change and over the last of all. */
  static double[] errors(OnlineReadout readout, int learnsUntil) {
    StreamingNetwork stream = new StreamingNetwork(reservoir(), readout);
    SeededRandom random = new SeededRandom(3);
    double[] squares = new double[2];
    double last = 0;
    double beforeLast = 0;
    for (int t = 0; t < 2 * REBUILT; t++) {
      double u = 2 * random.nextDouble() - 1;
      double y = (t < REBUILT ? 1 : -1) * (0.6 * last + 0.3 * beforeLast);
      double error = y - stream.step(u)[0];
      if (t < learnsUntil) {
        stream.learn(y);
      }
      squares[t / REBUILT] += t % REBUILT >= REBUILT - JUDGED ? error * error : 0;
      beforeLast = last;
      last = u;
    }
    return new double[] {Math.sqrt(squares[0] / JUDGED), Math.sqrt(squares[1] / JUDGED)};
  }

  /** The steps of the neurons differ, and so do their memories. */
  private static MultiLayerNetwork reservoir() {
    double[] deltaT = new double[UNITS];
    Arrays.setAll(deltaT, i -> 0.05 * Math.pow(20, (double) i / UNITS));
    MemristiveRnn layer =
        new MemristiveRnn.Builder()
            .nIn(1)
            .nOut(UNITS)
            .dynamics(MemristiveDynamics.paper().withSlope(1.2).withDeltaT(deltaT))
            .integration(Integration.EXACT)
            .build();
    return ReservoirNetwork.assemble(
        layer, new ReservoirOptions(0.5, 0.2, 0.9), 1, new SeededRandom(5));
  }
}
