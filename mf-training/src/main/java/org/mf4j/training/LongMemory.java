package org.mf4j.training;

import java.util.Arrays;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.mf4j.dynamics.Integration;
import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.dynamics.PhysicalConstant;
import org.mf4j.layers.MemristiveRnn;
import org.mf4j.networks.Head;
import org.mf4j.networks.Optimiser;
import org.mf4j.networks.RandomMatrix;
import org.mf4j.networks.RecurrentWeights;
import org.mf4j.random.SeededRandom;

/**
 * A start of training from which an MF-RNN remembers over a thousand steps and more.
 *
 * <p>What a neuron keeps of its state per step is exp(-q), q = deltaT (K_p + K_d) + 1 - gamma; the
 * gradient is multiplied by as much on its way back. The papers' gamma below 1 forgets whatever the
 * drive is (.95<sup>100</sup> = .006), and at gamma = 1 the papers' rates still are a compromise:
 * the drive that forgets least does so at a thirtieth of the fastest rate of writing. Here a neuron
 * is a non-volatile memristor behind a threshold:
 *
 * <ul>
 *   <li>gamma = 1, the exact step of deltaT = .1, K_d0 = .0005, a thousandth of Table II: nothing
 *       forgets but K_p at rest, and K_p e<sup>eta_p z</sup> spans a factor of 3000 over the
 *       drives;
 *   <li>s = 5 and b = -1: at rest the drive is near its lower end, q = .0004, which is 2,600 steps;
 *   <li>W from N(0, 1): from the start an input of size 1 takes some neurons across the threshold,
 *       where one step writes up to .6 of the state;
 *   <li>RW from N(0, .01<sup>2</sup>): a state of any size leaves the neurons at rest.
 * </ul>
 *
 * <p>Rates and derivation: Pistolesi et al. (2025), eqs. (6)-(12). That inputs should open what
 * otherwise keeps is the argument of Hochreiter and Schmidhuber (1997) for gates; here the
 * exponential of the rate is the gate.
 */
public final class LongMemory {
  private static final double DELTA_T = 0.1;
  private static final double DEPRESSION = 5e-4;
  private static final double SLOPE = 5;
  private static final double BIAS = -1;
  private static final double INPUT_STD = 1;
  private static final double RECURRENT_STD = 0.01;

  private LongMemory() {}

  /** {@return the constants of the neurons} */
  public static MemristiveDynamics dynamics() {
    return MemristiveDynamics.paper()
        .withGamma(1)
        .withDeltaT(DELTA_T)
        .withSlope(SLOPE)
        .with(PhysicalConstant.KD0, DEPRESSION);
  }

  /**
   * Assembles the network. Inputs should be of size 1.
   *
   * @param nIn the number of channels, at least 1
   * @param units N, at least 1
   * @param head what the output layer computes
   * @param outputs K, at least 1
   * @param optimiser how it will be trained
   * @param random where the weights come from
   * @return a network in single precision, input {@code [B,nIn,T]}, output {@code [B,K]}
   */
  public static MultiLayerNetwork assemble(
      int nIn, int units, Head head, int outputs, Optimiser optimiser, SeededRandom random) {
    MemristiveRnn layer =
        new MemristiveRnn.Builder()
            .nIn(nIn)
            .nOut(units)
            .dynamics(dynamics())
            .integration(Integration.EXACT)
            .build();
    double[] bias = new double[units];
    Arrays.fill(bias, BIAS);
    RecurrentWeights weights =
        new RecurrentWeights(
            RandomMatrix.gaussian(nIn, units, INPUT_STD, random.split()),
            RandomMatrix.gaussian(units, units, RECURRENT_STD, random.split()),
            new double[][] {bias});
    return TrainableNetwork.assemble(layer, weights, head, outputs, optimiser, random);
  }
}
