package org.mf4j.stability.measured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;
import org.mf4j.dynamics.Integration;
import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.networks.RecurrentWeights;
import org.mf4j.random.SeededRandom;
import org.mf4j.reservoir.ReservoirOptions;
import org.mf4j.stability.ConditionB;
import org.mf4j.stability.ContractionBound;
import org.mf4j.stability.Coupling;
import org.mf4j.stability.DrivenMap;
import org.mf4j.stability.LeakyMap;
import org.mf4j.stability.MemristiveMap;

/** Exponents, echo states and spectral radii where they are known in closed form. */
class TrajectoryMeasuresTest {
  private static final double[][] INPUTS = inputs(400);

  private static double[][] inputs(int steps) {
    SeededRandom random = new SeededRandom(3);
    double[][] inputs = new double[steps][1];
    for (double[] input : inputs) {
      input[0] = random.uniform(-1, 1);
    }
    return inputs;
  }

  private static RecurrentWeights scalar(double input, double recurrent, double bias) {
    return new RecurrentWeights(
        new double[][] {{input}}, new double[][] {{recurrent}}, new double[][] {{bias}});
  }

  private static DrivenMap network(double gamma, double deltaT, double rho) {
    return new MemristiveMap(
        MemristiveDynamics.paper().withGamma(gamma).withDeltaT(deltaT),
        Integration.EULER,
        new ReservoirOptions(1, 0.1, rho).draw(1, 12, new SeededRandom(4)));
  }

  /** The exponents of a linear map are the logarithms of its eigenvalues' moduli. */
  @Test
  void exponentsOfALinearMap() {
    LinearMap map =
        new LinearMap(
            new double[][] {{0.9, 5, 1}, {0, -0.5, 2}, {0, 0, 0.2}},
            new double[][] {{1}, {1}, {1}});
    double[] exponents = LyapunovExponents.of(map, INPUTS, new double[3], 100, 3);
    assertThat(exponents)
        .containsExactly(new double[] {Math.log(0.9), Math.log(0.5), Math.log(0.2)}, within(1e-9));
    LinearMap rotation =
        new LinearMap(new double[][] {{0, -0.8}, {0.8, 0}}, new double[][] {{1}, {1}});
    assertThat(LyapunovExponents.largest(rotation, INPUTS, new double[2], 0))
        .isCloseTo(Math.log(0.8), within(1e-12));
  }

  /** In one dimension it is the mean of ln |dh'/dh|, here from the formula of tanh. */
  @Test
  void theExponentOfOneNeuron() {
    LeakyMap map = new LeakyMap(0.4, scalar(0.7, 1.6, 0.1));
    double sum = 0;
    double h = 0.3;
    for (double[] input : INPUTS) {
      double tanh = Math.tanh(0.7 * input[0] + 1.6 * h + 0.1);
      sum += Math.log(0.6 + 0.4 * (1 - tanh * tanh) * 1.6);
      h = 0.6 * h + 0.4 * tanh;
    }
    assertThat(LyapunovExponents.largest(map, INPUTS, new double[] {0.3}, 0))
        .isCloseTo(sum / INPUTS.length, within(1e-12));
  }

  /** All exponents together are the mean of ln |det J|. */
  @Test
  void theSumOfAllExponentsIsTheGrowthOfVolume() {
    DrivenMap map = network(0.95, 0.1, 2);
    double[] state = new double[12];
    double sum = 0;
    for (double[] input : INPUTS) {
      DMatrixRMaj jacobian = new DMatrixRMaj(map.jacobian(state, input));
      sum += Math.log(Math.abs(CommonOps_DDRM.det(jacobian)));
      state = map.next(state, input);
    }
    double[] exponents = LyapunovExponents.of(map, INPUTS, new double[12], 0, 12);
    assertThat(Arrays.stream(exponents).sum()).isCloseTo(sum / INPUTS.length, within(1e-9));
    assertThat(exponents[0]).isGreaterThan(exponents[11]);
  }

  /** The largest exponent is the rate at which two near trajectories of the network approach. */
  @Test
  void theExponentIsTheRateOfTwoNearTrajectories() {
    DrivenMap map = network(1, 0.1, 0.9);
    double[] first = Trajectory.last(map, INPUTS, new double[12]);
    double[] second = first.clone();
    second[3] += 1e-7;
    double[][] more = Arrays.copyOf(INPUTS, 150);
    double exponent = LyapunovExponents.largest(map, more, first, 50);
    double[][] firstStates = Trajectory.of(map, more, first);
    double[][] secondStates = Trajectory.of(map, more, second);
    double early = distance(firstStates[49], secondStates[49]);
    double late = distance(firstStates[149], secondStates[149]);
    assertThat(Math.log(late / early) / 100).isCloseTo(exponent, within(0.02 * -exponent));
  }

  private static double distance(double[] one, double[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += (one[i] - other[i]) * (one[i] - other[i]);
    }
    return Math.sqrt(sum);
  }

  /** Where condition (B) proves a rate, the exponent is not above its logarithm. */
  @Test
  void noExponentIsAboveAProvedRate() {
    MemristiveDynamics dynamics = MemristiveDynamics.paper().withGamma(0.9).withDeltaT(0.05);
    RecurrentWeights weights = new ReservoirOptions(1, 0.1, 0.2).draw(1, 12, new SeededRandom(4));
    ContractionBound bound = ConditionB.of(dynamics, Integration.EULER, Coupling.of(weights));
    assertThat(bound.holds()).isTrue();
    MemristiveMap map = new MemristiveMap(dynamics, Integration.EULER, weights);
    assertThat(LyapunovExponents.largest(map, INPUTS, new double[12], 100))
        .isLessThan(Math.log(bound.rate()));
  }

  @Test
  void badArgumentsAreNamed() {
    LinearMap map = LinearMap.delayLine(2);
    assertThatThrownBy(() -> LyapunovExponents.of(map, INPUTS, new double[2], 400, 1))
        .hasMessage("washout = 400: must be in [0, 400), the steps there are");
    assertThatThrownBy(() -> LyapunovExponents.of(map, INPUTS, new double[2], 0, 3))
        .hasMessage("count = 3: must be at most the number of neurons, 2");
    assertThatThrownBy(() -> EchoIndex.of(map, INPUTS, List.of(new double[2]), 1e-6))
        .hasMessageContaining("two different states");
  }

  @Test
  void aContractionHasOneEcho() {
    LinearMap map = new LinearMap(new double[][] {{0.5}}, new double[][] {{1}});
    EchoIndex index =
        EchoIndex.of(
            map, Arrays.copyOf(INPUTS, 10), List.of(new double[] {-1}, new double[] {1}), 0.1);
    assertThat(index.index()).isEqualTo(1);
    assertThat(index.spread()).isCloseTo(Math.pow(0.5, 10), within(1e-15));
  }

  /** h' = tanh(3 h) has two attracting fixed points, and three responses with the one between. */
  @Test
  void aBistableNeuronHasTwo() {
    LeakyMap map = new LeakyMap(1, scalar(0, 3, 0));
    List<double[]> both = List.of(new double[] {-0.1}, new double[] {0.2}, new double[] {0.5});
    assertThat(EchoIndex.of(map, INPUTS, both, 1e-6).index()).isEqualTo(2);
    List<double[]> all = List.of(new double[] {-0.1}, new double[] {0}, new double[] {0.5});
    assertThat(EchoIndex.of(map, INPUTS, all, 1e-6).index()).isEqualTo(3);
  }

  @Test
  void theSpectralRadiusAlongASeries() {
    LinearMap map = new LinearMap(new double[][] {{0.9, 5}, {0, -0.5}}, new double[][] {{1}, {1}});
    EffectiveSpectralRadius linear = EffectiveSpectralRadius.of(map, INPUTS, new double[2], 5);
    assertThat(linear.mean()).isCloseTo(0.9, within(1e-12));
    LeakyMap neuron = new LeakyMap(0.4, scalar(0.7, 1.6, 0.1));
    double[][] three = Arrays.copyOf(INPUTS, 3);
    double[] radii = new double[3];
    double h = 0;
    for (int t = 0; t < 3; t++) {
      double tanh = Math.tanh(0.7 * three[t][0] + 1.6 * h + 0.1);
      radii[t] = Math.abs(0.6 + 0.4 * (1 - tanh * tanh) * 1.6);
      h = 0.6 * h + 0.4 * tanh;
    }
    EffectiveSpectralRadius all = EffectiveSpectralRadius.of(neuron, three, new double[1], 99);
    assertThat(all.smallest()).isCloseTo(Arrays.stream(radii).min().orElseThrow(), within(1e-12));
    assertThat(all.largest()).isCloseTo(Arrays.stream(radii).max().orElseThrow(), within(1e-12));
    assertThat(all.mean()).isCloseTo(Arrays.stream(radii).average().orElseThrow(), within(1e-12));
    assertThat(EffectiveSpectralRadius.of(neuron, three, new double[1], 1).mean())
        .isCloseTo(radii[2], within(1e-12));
  }
}
