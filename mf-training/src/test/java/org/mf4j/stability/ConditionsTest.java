package org.mf4j.stability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mf4j.dynamics.Integration;
import org.mf4j.dynamics.Interval;
import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.dynamics.TheoremV6;
import org.mf4j.models.MemristiveSettings;
import org.mf4j.models.ModelKind;
import org.mf4j.models.ModelSettings;
import org.mf4j.models.ReservoirLearning;
import org.mf4j.networks.RecurrentWeights;
import org.mf4j.papers.PaperTask;
import org.mf4j.random.SeededRandom;

/** The quantities of section V against their values for Table II and against brute force. */
class ConditionsTest {
  private static final MemristiveDynamics PAPER = MemristiveDynamics.paper();
  private static final double[] GAMMAS = {0.5, 0.8, 0.95, 1};
  private static final double[] STEPS = {0.001, 0.01, 0.1};

  private static MemristiveDynamics dynamics(double gamma, double deltaT) {
    return PAPER.withGamma(gamma).withDeltaT(deltaT);
  }

  private static List<MemristiveDynamics> grid() {
    List<MemristiveDynamics> grid = new ArrayList<>();
    for (double gamma : GAMMAS) {
      for (double deltaT : STEPS) {
        grid.add(dynamics(gamma, deltaT));
      }
    }
    return grid;
  }

  @Test
  void lemmaV1HoldsForExactlyFourPairsOfTheGrid() {
    assertThat(grid().stream().filter(LemmaV1::holds))
        .containsExactly(
            dynamics(.5, .001), dynamics(.5, .01), dynamics(.8, .001), dynamics(.95, .001));
  }

  @Test
  void allPairsOfTheGridKeepTheUnitCubeAndMeetTheoremV6() {
    assertThat(grid())
        .allMatch(pair -> UnitCube.isInvariant(pair, Integration.EULER))
        .allMatch(TheoremV6::holds);
    assertThat(UnitCube.largestDeltaT(PAPER)).isCloseTo(0.1013, within(5e-5));
    assertThat(UnitCube.largestDeltaT(PAPER.withGamma(0.03)))
        .isCloseTo(0.03 / 0.3523, within(5e-5));
    assertThat(UnitCube.isInvariant(PAPER.withDeltaT(0.1013), Integration.EULER)).isTrue();
    assertThat(UnitCube.isInvariant(PAPER.withDeltaT(0.05, 0.1014), Integration.EULER)).isFalse();
    assertThat(UnitCube.isInvariant(PAPER.withDeltaT(5), Integration.EXACT)).isTrue();
  }

  @Test
  void theConstantsOfTableII() {
    assertThat(LemmaV2.constant(PAPER, 0)).isCloseTo(99.035, within(5e-4));
    assertThat(DriveGain.s(PAPER)).isCloseTo(3.207, within(5e-4));
    assertThat(DriveGain.s(PAPER.withSlope(5))).isCloseTo(5 * 3.207, within(5e-3));
    assertThat(LemmaV2.bound(PAPER, 0)).isCloseTo(19.81, within(5e-3));
    assertThat(LemmaV2.holds(PAPER)).isTrue();
  }

  /** Brute force over u and h, by central differences of the equations. */
  @ParameterizedTest
  @CsvSource({"EULER, 0.1, 0.95", "EULER, 0.01, 1", "EXACT, 0.1, 0.95", "EXACT, 0.7, 1"})
  void theGainIsTheLargestDerivative(Integration integration, double deltaT, double gamma) {
    PlainNetwork neuron =
        new PlainNetwork(
            dynamics(gamma, deltaT).withSlope(2),
            integration,
            new RecurrentWeights(new double[][] {{1}}, new double[][] {{0}}, new double[][] {{0}}));
    double largest = 0;
    for (double u = -4; u <= 4; u += 0.002) {
      for (double h = 0; h <= 1; h += 0.25) {
        double slope =
            (neuron.next(new double[] {h}, new double[] {u + 1e-5})[0]
                    - neuron.next(new double[] {h}, new double[] {u - 1e-5})[0])
                / 2e-5;
        largest = Math.max(largest, Math.abs(slope));
      }
    }
    assertThat(DriveGain.largest(neuron.dynamics(), integration))
        .isCloseTo(largest, within(1e-5 * largest));
  }

  /** The erratum to the last step of Lemma V.2. */
  @Test
  void whatLemmaV2TakesForABoundIsNone() {
    double taken = 0.5 * Math.exp(-0.35) - 10 * 1e-4 * Math.exp(3.5);
    double largest = 0;
    for (double z = 0.35; z <= 1.15; z += 0.001) {
      largest = Math.max(largest, Math.abs(0.5 * Math.exp(-z) - 10 * 1e-4 * Math.exp(10 * z)));
    }
    assertThat(taken).isCloseTo(0.319, within(5e-4));
    assertThat(largest).isGreaterThan(97);
    // Where the two rates hardly change over the interval, the lemma's bound itself fails.
    MemristiveDynamics flat = PAPER.withEtaP(0.1).withKp0(1).withKd0(0.01);
    assertThat(LemmaV2.holds(flat)).isFalse();
    assertThat(TheoremV3.of(flat.withDeltaT(0.01).withGamma(0.5), coupling(1e-6)).holds())
        .isFalse();
  }

  /** The second neuron has three times the K_p and a fifth of the K_d of Table II. */
  @Test
  void theWorstDeviceDecides() {
    double kp = 1e-4 * Math.exp(11.5);
    double kd = 0.5 * Math.exp(-0.35);
    MemristiveDynamics devices = dynamics(0.9, 0.01).withKp0(1e-4, 3e-4).withKd0(0.5, 0.1);
    Coupling uncoupled =
        Coupling.of(new RecurrentWeights(new double[1][2], new double[2][2], new double[1][2]));
    assertThat(LemmaV1.leftSide(devices))
        .isCloseTo(0.01 * (2 * 3 * kp + kd / 5) + 0.9, within(1e-12));
    assertThat(UnitCube.margin(devices)).isCloseTo(1 - 0.01 * 3 * kp, within(1e-12));
    assertThat(UnitCube.largestDeltaT(devices)).isCloseTo(1 / (3 * kp), within(1e-12));
    assertThat(LemmaV2.constant(devices, 0)).isCloseTo(99.035, within(5e-4));
    assertThat(LemmaV2.largestConstant(devices))
        .isCloseTo(10 * 3 * (kp - 1e-4 * Math.exp(3.5)) + kd / 5, within(1e-9));
    assertThat(TheoremV6.holds(devices.withDeltaT(0.064))).isTrue();
    assertThat(TheoremV6.holds(devices.withDeltaT(0.065))).isFalse();
    assertThat(Remedies.of(devices, Integration.EULER, uncoupled).necessaryDeltaT())
        .isCloseTo(1.9 / (3 * kp + kd / 5), within(1e-12));
    // The first neuron forgets more slowly: p_min = K_p(a_) + K_d(b_).
    assertThat(Decay.mu(dynamics(1, 0.01).withKp0(1e-4, 2e-4).withKd0(0.1, 0.5), Integration.EULER))
        .isCloseTo(1 - 0.01 * (1e-4 * Math.exp(3.5) + 0.1 * Math.exp(-1.15)), within(1e-12));
  }

  /** Table II fulfils Lemma V.2, the other device, whose rates hardly change, does not. */
  @Test
  void lemmaV2AsksEveryDevice() {
    MemristiveDynamics devices = PAPER.withEtaP(10, 0.1).withKp0(1e-4, 1).withKd0(0.5, 0.01);
    assertThat(LemmaV2.holds(devices)).isFalse();
    assertThat(LemmaV2.holds(PAPER.withEtaP(10, 9).withKd0(0.5, 0.4))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0.001, 0.728", "1, 0.01, 0.728", "1, 0.1, 0.728",
    "0.95, 0.1, 1.012", "0.95, 0.01, 2.684", "0.95, 0.001, 16.89"
  })
  void conditionBAdmitsTheseRowSums(double gamma, double deltaT, double rowSum) {
    for (double slope : new double[] {1, 5}) {
      double admitted =
          ConditionB.largestRowSum(dynamics(gamma, deltaT).withSlope(slope), Integration.EULER, 0);
      assertThat(admitted * slope).isCloseTo(rowSum, within(5e-4 * Math.max(1, rowSum)));
    }
  }

  @Test
  void conditionBIsTheJointMaximum() {
    MemristiveDynamics constants = dynamics(0.95, 0.1).withSlope(2);
    double largest = 0;
    for (double u = -20; u <= 20; u += 0.001) {
      double g = 1 / (1 + Math.exp(-2 * u));
      double z = 0.35 + 0.8 * g;
      double kp = 1e-4 * Math.exp(10 * z);
      double kd = 0.5 * Math.exp(-z);
      double row = 0.7 * 0.1 * 2 * 0.8 * g * (1 - g) * Math.max(10 * kp, kd);
      largest = Math.max(largest, Math.abs(0.95 - 0.1 * (kp + kd)) + row);
    }
    ContractionBound bound = ConditionB.of(constants, Integration.EULER, coupling(0.7));
    assertThat(bound.rate()).isCloseTo(largest, within(1e-6));
  }

  /** mu = 0.95 - 0.01616; S = 3.207 s and s (b_ - a_)/4 C = 19.81 s against ||W_h||_2 = 0.7. */
  @Test
  void theRatesAreMuAndTheGainTimesTheNorm() {
    MemristiveDynamics constants = dynamics(0.95, 0.1).withSlope(2);
    double mu = 0.95 - 0.016163;
    assertThat(ConditionA.of(constants, Integration.EULER, coupling(0.7)).rate())
        .isCloseTo(mu + 0.1 * 2 * 3.2069 * 0.7, within(1e-4));
    ContractionBound v3 = TheoremV3.of(constants, coupling(0.7));
    assertThat(v3.rate()).isCloseTo(mu + 0.1 * 2 * 19.807 * 0.7, within(1e-4));
    assertThat(v3.margin()).isCloseTo(1 - v3.rate(), within(1e-15));
  }

  @ParameterizedTest
  @CsvSource({"0.001, 6186", "0.01, 618", "0.1, 61"})
  void theSlowestModeOfTableII(double deltaT, double steps) {
    assertThat(Decay.eFoldingSteps(dynamics(1, deltaT), Integration.EULER))
        .isBetween(steps, steps + 1);
    assertThat(Decay.eFoldingSteps(dynamics(1, deltaT), Integration.EXACT))
        .isCloseTo(1 / (deltaT * 0.16163), within(1e-4 / deltaT));
    Interval attained = Decay.attainedEFoldingSteps(dynamics(1, deltaT), Integration.EXACT);
    assertThat(attained.lower()).isCloseTo(1 / (deltaT * 10.030), within(1e-4 / deltaT));
    assertThat(attained.upper()).isCloseTo(1 / (deltaT * 0.3126), within(1e-3 / deltaT));
  }

  @Test
  void theEstimateIsThatOfTheWorstNeuron() {
    double estimate =
        Decay.spectralRadiusEstimate(
            PAPER.withGamma(1, 0.5).withDeltaT(0.01, 0.19), Integration.EULER);
    assertThat(estimate).isCloseTo(Math.abs(0.5 - 0.19 * 10.224), within(1e-4));
    assertThat(Decay.mu(dynamics(0.95, 0.1), Integration.EULER))
        .isCloseTo(0.95 - 0.01616, within(1e-5));
    assertThat(Decay.mu(dynamics(0.95, 0.1), Integration.EXACT))
        .isCloseTo(Math.exp(-0.01616 - 0.05), within(1e-5));
  }

  /** None of the ten selected MF-ESN models meets the paper's sufficient condition. */
  @Test
  void noSelectedModelMeetsTheoremV3() {
    assertThat(PaperTask.all())
        .hasSize(10)
        .allSatisfy(
            task -> {
              ModelSettings settings = task.settings(ModelKind.MF_ESN);
              MemristiveDynamics constants =
                  ((MemristiveSettings) settings.cell()).draw(1, new SeededRandom(1));
              Coupling coupling =
                  Coupling.of(
                      ((ReservoirLearning) settings.learning())
                          .reservoir()
                          .draw(1, 100, new SeededRandom(1)));
              assertThat(TheoremV3.of(constants, coupling).holds()).isFalse();
              assertThat(TheoremV6.holds(constants)).isTrue();
            });
  }

  @Test
  void theNormsAreThoseOfWh() {
    Coupling coupling =
        Coupling.of(
            new RecurrentWeights(
                new double[1][2], new double[][] {{3, 0}, {-4, 5}}, new double[1][2]));
    // W_h = [[3, -4], [0, 5]]: W_h W_h' = [[25, -20], [-20, 25]] has the eigenvalues 45 and 5.
    assertThat(coupling.spectralNorm()).isCloseTo(Math.sqrt(45), within(1e-12));
    assertThat(coupling.rowSums()).containsExactly(7, 5);
    assertThat(coupling.largestRowSum()).isEqualTo(7);
    assertThat(coupling.times(2).rowSums()).containsExactly(14, 10);
    assertThat(coupling.times(2).spectralNorm()).isCloseTo(2 * Math.sqrt(45), within(1e-12));
  }

  /** One neuron that couples to itself. */
  private static Coupling coupling(double weight) {
    return Coupling.of(
        new RecurrentWeights(new double[1][1], new double[][] {{weight}}, new double[1][1]));
  }
}
