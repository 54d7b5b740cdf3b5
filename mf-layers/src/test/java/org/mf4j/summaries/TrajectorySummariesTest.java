package org.mf4j.summaries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Summaries of several series of several neurons, against plain loops over whole trajectories. */
class TrajectorySummariesTest {
  private static final int NEURONS = 7;
  private static final int[] LENGTHS = {9, 1, 6};
  private static final int STEPS = 9;
  private static final double[] THRESHOLDS = {0.2, 0.5, 0.8, 0.4, 0.6, 2, -1};
  private static final double[] MEANS = {0.5, 0.4, 0.5, 0.6, 0.5, 0.45, 0.5};
  private static final double[] DEVIATIONS = {0.3, 0.2, 0.3, 0.4, 0.3, 0.25, 0.3};
  private static final int PAIR = 2;
  private static final double TOLERANCE = 1e-12;

  /** {@code [T][series N]}. */
  private final double[][] states = new double[STEPS][LENGTHS.length * NEURONS];

  TrajectorySummariesTest() {
    Random random = new Random(4);
    for (double[] step : states) {
      for (int i = 0; i < step.length; i++) {
        step[i] = random.nextDouble();
      }
    }
  }

  private static boolean[] present(int t) {
    boolean[] present = new boolean[LENGTHS.length];
    for (int row = 0; row < present.length; row++) {
      present[row] = t < LENGTHS[row];
    }
    return present;
  }

  private Trajectories run(Summary summary) {
    Trajectories run = Trajectories.ofSeries(SummaryOptions.of(summary), NEURONS, LENGTHS);
    for (int t = 0; t < STEPS; t++) {
      run.add(states[t], present(t));
    }
    return run;
  }

  private double h(int row, int neuron, int t) {
    return states[t][row * NEURONS + neuron];
  }

  /** Mean index of the steps that count, and their longest run, in steps. */
  private static double[] indexAndRun(boolean[] counts) {
    double sum = 0;
    double number = 0;
    double longest = 0;
    double run = 0;
    for (int t = 0; t < counts.length; t++) {
      run = counts[t] ? run + 1 : 0;
      longest = Math.max(longest, run);
      sum += counts[t] ? t : 0;
      number += counts[t] ? 1 : 0;
    }
    return new double[] {sum, number, longest};
  }

  @Test
  void rises() {
    double[][] features = run(new Rises()).features();
    for (int row = 0; row < LENGTHS.length; row++) {
      for (int j = 0; j < NEURONS; j++) {
        boolean[] rising = new boolean[LENGTHS[row]];
        for (int t = 1; t < rising.length; t++) {
          rising[t] = h(row, j, t) > h(row, j, t - 1);
        }
        double[] plain = indexAndRun(rising);
        double index = plain[1] == 0 ? 0 : plain[0] / plain[1] / LENGTHS[row];
        assertThat(features[row][j]).isCloseTo(index, within(TOLERANCE));
        assertThat(features[row][NEURONS + j])
            .isCloseTo(plain[2] / LENGTHS[row], within(TOLERANCE));
      }
    }
  }

  @Test
  void exceedance() {
    double[][] features = run(new CalibratedExceedance(THRESHOLDS)).features();
    for (int row = 0; row < LENGTHS.length; row++) {
      for (int j = 0; j < NEURONS; j++) {
        boolean[] above = new boolean[LENGTHS[row]];
        double excess = 0;
        for (int t = 0; t < above.length; t++) {
          above[t] = h(row, j, t) > THRESHOLDS[j];
          excess += above[t] ? h(row, j, t) - THRESHOLDS[j] : 0;
        }
        double[] plain = indexAndRun(above);
        boolean never = plain[1] == 0;
        double[] expected = {
          plain[1] / LENGTHS[row],
          never ? 0 : excess / plain[1],
          never ? -0.01 : plain[0] / plain[1] / LENGTHS[row],
          plain[2] / LENGTHS[row]
        };
        for (int f = 0; f < expected.length; f++) {
          assertThat(features[row][f * NEURONS + j]).isCloseTo(expected[f], within(TOLERANCE));
        }
      }
    }
  }

  /** Seven neurons in three groups: 0, 3, 6; 1, 4; 2, 5. */
  @Test
  void competition() {
    double[][] features = run(competing()).features();
    for (int row = 0; row < LENGTHS.length; row++) {
      for (int j = 0; j < NEURONS; j++) {
        double[] expected = new double[4];
        for (int t = 0; t < LENGTHS[row]; t++) {
          boolean largest = true;
          boolean smallest = true;
          for (int k = j % 3; k < NEURONS; k += 3) {
            largest &= score(row, j, t) >= score(row, k, t);
            smallest &= score(row, j, t) <= score(row, k, t);
          }
          expected[0] += largest ? 1.0 / LENGTHS[row] : 0;
          expected[1] += largest ? score(row, j, t) / LENGTHS[row] : 0;
          expected[2] += smallest ? 1.0 / LENGTHS[row] : 0;
          expected[3] += smallest ? score(row, j, t) / LENGTHS[row] : 0;
        }
        for (int f = 0; f < expected.length; f++) {
          assertThat(features[row][f * NEURONS + j]).isCloseTo(expected[f], within(TOLERANCE));
        }
      }
    }
  }

  private static Summary competing() {
    return new CalibratedCompetition(PAIR, MEANS, DEVIATIONS);
  }

  private double score(int row, int neuron, int t) {
    return (h(row, neuron, t) - MEANS[neuron]) / DEVIATIONS[neuron];
  }

  @Test
  void adjointsAreFiniteDifferences() {
    for (Summary summary :
        new Summary[] {new Rises(), new CalibratedExceedance(THRESHOLDS), competing()}) {
      double[][] weights = run(summary).features();
      Random random = new Random(5);
      for (double[] row : weights) {
        for (int i = 0; i < row.length; i++) {
          row[i] = random.nextGaussian();
        }
      }
      TrajectoriesAdjoint adjoint = run(summary).adjoint(weights, STEPS);
      for (int t = 0; t < STEPS; t++) {
        adjoint.add(states[t], present(t));
      }
      for (int t = 0; t < STEPS; t++) {
        for (int i = 0; i < states[t].length; i++) {
          assertThat(adjoint.states()[t][i])
              .as("%s, step %d, entry %d", summary, t, i)
              .isCloseTo(slope(summary, weights, t, i), within(1e-6));
        }
      }
    }
  }

  private double slope(Summary summary, double[][] weights, int t, int i) {
    double step = 1e-7;
    double state = states[t][i];
    states[t][i] = state + step;
    double above = weighted(run(summary).features(), weights);
    states[t][i] = state - step;
    double below = weighted(run(summary).features(), weights);
    states[t][i] = state;
    return (above - below) / (2 * step);
  }

  private static double weighted(double[][] features, double[][] weights) {
    double sum = 0;
    for (int row = 0; row < features.length; row++) {
      for (int i = 0; i < features[row].length; i++) {
        sum += weights[row][i] * features[row][i];
      }
    }
    return sum;
  }

  @Test
  void streamsGiveTheSameAtTheirEnd() {
    SummaryOptions options =
        SummaryOptions.of(new Rises(), new CalibratedExceedance(THRESHOLDS), competing());
    Trajectories stream = Trajectories.ofStreams(options, NEURONS, LENGTHS.length);
    Trajectories whole = Trajectories.ofSeries(options, NEURONS, LENGTHS);
    for (int t = 0; t < STEPS; t++) {
      stream.add(states[t], present(t));
      whole.add(states[t], present(t));
    }
    assertThat(stream.features()).isDeepEqualTo(whole.features());
  }

  @Test
  void calibrationTakesQuantilesMeansAndDeviations() {
    Calibration states = new Calibration(new double[][] {{3, 1, 2, 5, 4}, {7, 7, 7, 7, 7}});
    assertThat(new Exceedance(0.5, 0.5).calibrated(states, () -> 0.3))
        .isEqualTo(new CalibratedExceedance(new double[] {3, 7}));
    assertThat(new Exceedance(0, 1).calibrated(states, () -> 0.3))
        .isEqualTo(new CalibratedExceedance(new double[] {2, 7}));
    double[] means = {3, 7};
    double[] deviations = {Math.sqrt(2) + 1e-6, 1e-6};
    assertThat(new Competition(8).calibrated(states, () -> 0))
        .isEqualTo(new CalibratedCompetition(8, means, deviations));
  }

  @Test
  void refusesWhatIsNotCalibrated() {
    assertThatThrownBy(
            () -> Trajectories.ofSeries(SummaryOptions.of(new Competition(8)), NEURONS, 3))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Competition[size=8] has seen no states yet");
    assertThatThrownBy(() -> Trajectories.ofSeries(SummaryOptions.of(competing()), 3, 3))
        .hasMessageContaining("calibrated for 7 neurons but is given 3");
    assertThatThrownBy(() -> new Competition(1)).hasMessage("size = 1: must be at least 2");
    assertThatThrownBy(() -> new Exceedance(0.5, 0.2)).hasMessageContaining("needs 0 <= lowest");
    assertThatThrownBy(() -> new Calibration(new double[][] {{}}))
        .hasMessageContaining("neuron 0 has none");
  }
}
