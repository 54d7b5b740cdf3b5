package org.mf4j.summaries;

import java.util.Arrays;

/**
 * Which neuron of a group is ahead, and by how much. Neuron j of N belongs to group j mod M of M =
 * max(1, N / size) groups. With s_j(t) = (h_j(t) - mean_j) / deviation_j:
 *
 * <ol>
 *   <li>the share of the T steps at which s_j is the largest of its group
 *   <li>the sum of s_j over these steps, divided by T; its gradient is 1 / (deviation_j T) at each
 *       of them
 *   <li>the share of the steps at which s_j is the smallest of its group
 *   <li>the sum of s_j over these steps, divided by T
 * </ol>
 *
 * <p>Of equals each is the largest. Cf. MultiRocket's pooling, and Hydra's competing kernels
 * (Dempster, Schmidt and Webb, Data Min. Knowl. Disc. 37, 1779, 2023).
 *
 * @param size how many neurons compete, at least; all of them where there are fewer
 * @param means of every neuron's states
 * @param deviations the standard deviation of every neuron's states, above 0
 */
// Bulk numbers stay in the arrays that JSON knows.
@SuppressWarnings("ArrayRecordComponent")
public record CalibratedCompetition(int size, double[] means, double[] deviations)
    implements Summary {
  private static final int WINS = 0;
  private static final int LARGEST = 1;
  private static final int LOSSES = 2;
  private static final int SMALLEST = 3;

  @Override
  public int features() {
    return 4;
  }

  @Override
  public int memory() {
    return 4;
  }

  @Override
  public void requireNeurons(int neurons) {
    Calibration.requireNeurons(means.length, neurons);
  }

  private int groups() {
    return Math.max(1, means.length / size);
  }

  @Override
  public void add(Snapshot step, double[][] memory) {
    double[] s = new double[means.length];
    for (int from = step.from(); from < step.to(); from += s.length) {
      standardise(step.h(), from, s);
      addAhead(s, 1, from, memory[WINS], memory[LARGEST]);
      addAhead(s, -1, from, memory[LOSSES], memory[SMALLEST]);
    }
  }

  private void standardise(double[] h, int from, double[] s) {
    for (int j = 0; j < s.length; j++) {
      s[j] = (h[from + j] - means[j]) / deviations[j];
    }
  }

  /** The largest of sign s in every group. */
  private void addAhead(double[] s, double sign, int from, double[] count, double[] sum) {
    double[] best = best(s, sign);
    for (int start = 0; start < s.length; start += best.length) {
      int members = Math.min(best.length, s.length - start);
      for (int g = 0; g < members; g++) {
        int j = start + g;
        double ahead = 1 - Indicator.ofPositive(best[g] - sign * s[j]);
        count[from + j] += ahead;
        sum[from + j] += ahead * s[j];
      }
    }
  }

  private double[] best(double[] s, double sign) {
    double[] best = new double[groups()];
    Arrays.fill(best, Double.NEGATIVE_INFINITY);
    for (int start = 0; start < s.length; start += best.length) {
      int members = Math.min(best.length, s.length - start);
      for (int g = 0; g < members; g++) {
        best[g] = Math.max(best[g], sign * s[start + g]);
      }
    }
    return best;
  }

  @Override
  public void finish(Snapshot last, double[][] memory, double[][] features) {
    double steps = last.t() + 1;
    for (int f = 0; f < features.length; f++) {
      for (int i = last.from(); i < last.to(); i++) {
        features[f][i] = memory[f][i] / steps;
      }
    }
  }

  @Override
  public void adjoint(
      Snapshot step, double[][] memory, double[][] gradient, double[] dH, double[] dBefore) {
    double[] s = new double[means.length];
    for (int from = step.from(); from < step.to(); from += s.length) {
      standardise(step.h(), from, s);
      double[] largest = best(s, 1);
      double[] smallest = best(s, -1);
      for (int j = 0; j < s.length; j++) {
        double share = 1 / (deviations[j] * step.length());
        int group = j % largest.length;
        if (s[j] == largest[group]) {
          dH[from + j] += gradient[LARGEST][from + j] * share;
        }
        if (-s[j] == smallest[group]) {
          dH[from + j] += gradient[SMALLEST][from + j] * share;
        }
      }
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CalibratedCompetition that
        && size == that.size
        && Arrays.equals(means, that.means)
        && Arrays.equals(deviations, that.deviations);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(means) + 31 * Arrays.hashCode(deviations) + size;
  }

  @Override
  public String toString() {
    return "CalibratedCompetition[" + means.length + " neurons, size=" + size + "]";
  }
}
