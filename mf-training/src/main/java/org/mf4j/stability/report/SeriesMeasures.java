package org.mf4j.stability.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.mf4j.data.series.Series;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.random.SeededRandom;
import org.mf4j.stability.DrivenMap;
import org.mf4j.stability.measured.EchoIndex;
import org.mf4j.stability.measured.EffectiveSpectralRadius;
import org.mf4j.stability.measured.LyapunovExponents;
import org.mf4j.stability.measured.Trajectory;

/**
 * What is measured along the series of a data set, one after the other.
 *
 * @param steps how many steps were driven
 * @param finalState h(T) from h(0) = 0; not finite if the states diverge
 * @param lyapunov the largest conditional Lyapunov exponent, per step
 * @param echo how many responses four initial states in the unit cube have
 * @param spectralRadius of the Jacobian along the way; empty for so many neurons that it would take
 *     minutes
 */
@SuppressWarnings("ArrayRecordComponent") // Bulk numbers; measures are compared by reference.
public record SeriesMeasures(
    int steps,
    double[] finalState,
    double lyapunov,
    Optional<EchoIndex> echo,
    Optional<EffectiveSpectralRadius> spectralRadius) {
  private static final int MOST_STEPS = 1000;
  private static final int FEWEST_STEPS = 100;

  /** Steps times neurons: bounds the time, which grows with their product and N. */
  private static final int WORK = 200_000;

  private static final double TOLERANCE = 1e-3;
  private static final int MOST_UNITS_FOR_SPECTRA = 300;
  private static final int SPECTRA = 10;
  private static final long STATES_SEED = 2020;

  /**
   * Measures along the first series of a set, 1,000 steps at most.
   *
   * @param map the network
   * @param series the set, of as many channels as the network reads
   * @return the measures
   */
  static SeriesMeasures of(DrivenMap map, SeriesSet series) {
    double[][] inputs = inputs(map.units(), series);
    double[] start = new double[map.units()];
    double[] last = Trajectory.last(map, inputs, start);
    if (!Arrays.stream(last).allMatch(Double::isFinite)) {
      return new SeriesMeasures(
          inputs.length, last, Double.NaN, Optional.empty(), Optional.empty());
    }
    return new SeriesMeasures(
        inputs.length,
        last,
        LyapunovExponents.largest(map, inputs, start, inputs.length / 10),
        Optional.of(EchoIndex.of(map, inputs, initialStates(map.units()), TOLERANCE)),
        map.units() > MOST_UNITS_FOR_SPECTRA
            ? Optional.empty()
            : Optional.of(EffectiveSpectralRadius.of(map, inputs, start, SPECTRA)));
  }

  /** {@return false if the states diverge} */
  public boolean isFinite() {
    return echo.isPresent();
  }

  /**
   * Whether the echo index can be trusted: at the rate of the exponent, differences of size 1 have
   * had time to fall below the tolerance. Before that, slow forgetting and several responses look
   * alike.
   *
   * @return true if an index above 1 means several responses
   */
  public boolean isLongEnough() {
    return Math.exp(lyapunov * steps) < TOLERANCE;
  }

  /** What a network of so many neurons is shown: few steps for many neurons. */
  static double[][] inputs(int units, SeriesSet series) {
    int steps = Math.max(FEWEST_STEPS, Math.min(MOST_STEPS, WORK / units));
    List<double[]> rows = new ArrayList<>();
    for (Series one : series.series()) {
      for (int t = 0; t < one.length() && rows.size() < steps; t++) {
        double[] row = new double[one.channels().length];
        for (int c = 0; c < row.length; c++) {
          row[c] = one.channels()[c][t];
        }
        rows.add(row);
      }
    }
    return rows.toArray(double[][]::new);
  }

  /** Two opposite corners of the unit cube and two points in it. */
  private static List<double[]> initialStates(int units) {
    SeededRandom random = new SeededRandom(STATES_SEED);
    double[] ones = new double[units];
    Arrays.fill(ones, 1);
    double[] first = new double[units];
    double[] second = new double[units];
    Arrays.setAll(first, i -> random.nextDouble());
    Arrays.setAll(second, i -> random.nextDouble());
    return List.of(new double[units], ones, first, second);
  }
}
