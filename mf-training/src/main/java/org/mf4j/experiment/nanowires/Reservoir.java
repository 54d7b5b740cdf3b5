package org.mf4j.experiment.nanowires;

import java.util.function.UnaryOperator;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.models.ModelKind;
import org.mf4j.nanowires.JunctionDynamics;
import org.mf4j.nanowires.NanowireReservoir;
import org.mf4j.nanowires.NanowireTopology;
import org.mf4j.nanowires.StateReadout;
import org.mf4j.papers.PaperReference;
import org.mf4j.random.SeededRandom;
import org.mf4j.readout.RidgeOptions;
import org.mf4j.stability.measured.MemoryCapacity;
import org.mf4j.stability.measured.NarmaError;
import org.mf4j.stability.measured.Trajectory;
import org.mf4j.stability.report.StabilitySubject;
import org.mf4j.summaries.SummaryOptions;

/**
 * A reservoir of any substance: drawn from a seed, driven by series, read by the six standard
 * summaries and a ridge regression whose lambda is found by leaving one out.
 */
@FunctionalInterface
public interface Reservoir {
  /**
   * Draws a reservoir.
   *
   * @param channels nIn
   * @param seed decides everything that is random
   * @return inputs {@code [T][nIn]} to states {@code [T][N]}
   */
  UnaryOperator<double[][]> draw(int channels, long seed);

  /**
   * A network of nanowires, with the rates of {@link JunctionDynamics#paper}.
   *
   * @param topology which wires cross
   * @param volts how numbers go in
   * @return the reservoir
   */
  static Reservoir nanowires(NanowireTopology topology, Volts volts) {
    return (channels, seed) ->
        NanowireReservoir.of(
                topology.draw(new SeededRandom(seed)),
                channels,
                JunctionDynamics.paper(volts.deltaT()))
            .withVolts(volts.offset(), volts.scale());
  }

  /**
   * An MF-ESN with the papers' settings.
   *
   * @param set the series that it is for
   * @param units N
   * @return the reservoir
   */
  static Reservoir mfEsn(SeriesSet set, int units) {
    return (channels, seed) -> {
      StabilitySubject drawn =
          StabilitySubject.drawn(
              PaperReference.of(set).settings(ModelKind.MF_ESN).withUnits(units), channels, seed);
      return inputs -> Trajectory.of(drawn.map(), inputs, new double[units]);
    };
  }

  /**
   * Fits a readout and scores it.
   *
   * @param train what it is fitted to
   * @param test what it is scored on
   * @param seed of the reservoir
   * @return accuracy or RMSE
   */
  default double score(SeriesSet train, SeriesSet test, long seed) {
    return StateReadout.fit(
            draw(train.channels(), seed),
            SummaryOptions.standard(),
            RidgeOptions.leaveOneOut(),
            train)
        .score(test);
  }

  /**
   * The memory capacity, delays 1 to 50 of 2,000 independent numbers of U[-1, 1].
   *
   * @param seed of the reservoir, and of the numbers
   * @return at most N
   */
  default double memoryCapacity(long seed) {
    return MemoryCapacity.measure(draw(1, seed), 1, 50, 200, 2000, new SeededRandom(seed)).total();
  }

  /**
   * The error on NARMA-10, fitted to 2,000 steps and scored on the next 1,000.
   *
   * @param seed of the reservoir, and of the input
   * @return NRMSE
   */
  default double narmaError(long seed) {
    return NarmaError.nrmse(draw(1, seed), 1, 200, 2000, 1000, new SeededRandom(seed));
  }
}
