package org.mf4j.experiment.nanowires;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongToDoubleFunction;
import java.util.stream.LongStream;
import org.mf4j.data.ControlCharts;
import org.mf4j.data.DatasetSplit;
import org.mf4j.data.series.Split;
import org.mf4j.data.transform.MinMax;
import org.mf4j.nanowires.CrossingWires;
import org.mf4j.nanowires.DiagonalGrid;
import org.mf4j.nanowires.NanowireTopology;
import org.mf4j.nanowires.RandomGeometric;

/**
 * Networks of about 100 nanowires of three topologies beside an MF-ESN of 100 neurons, every
 * reservoir read in the same way, see {@link Reservoir}. The volts are chosen on what the score is
 * not taken from.
 */
public final class NanowireComparison {
  private static final int UNITS = 100;
  private static final int SEEDS = 3;
  private static final String MF_ESN = "MF-ESN";

  private NanowireComparison() {}

  /**
   * What one reservoir reached.
   *
   * @param name the topology, or MF-ESN
   * @param volts what was chosen; empty for the MF-ESN, which has the papers' settings
   * @param mean of three reservoirs
   */
  public record Row(String name, Optional<Volts> volts, double mean) {}

  /** {@return the topologies that are compared, by name} */
  public static Map<String, NanowireTopology> topologies() {
    Map<String, NanowireTopology> all = new LinkedHashMap<>();
    all.put("crossing wires", new CrossingWires(105, 0.28, 0.05));
    all.put("grid with diagonals", new DiagonalGrid(10, 10));
    all.put("random geometric", new RandomGeometric(105, 0.2));
    return all;
  }

  /**
   * Scores on a data set: series scaled to [0, 1] for the nanowires, volts chosen on a fifth of the
   * training set.
   *
   * @param set a classification task, without missing values
   * @return a row per reservoir, the mean of the accuracies
   */
  public static List<Row> on(DatasetSplit set) {
    DatasetSplit unit = set.map(new MinMax().fit(set.train())::apply);
    Split split = Split.holdOut(unit.train(), Split.VALIDATION_FRACTION, 1);
    return rows(
        wires ->
            Volts.best(
                0, 1, volts -> wires.apply(volts).score(split.train(), split.validation(), 1)),
        (wires, seed) -> wires.score(unit.train(), unit.test(), seed),
        Reservoir.mfEsn(set.train(), UNITS),
        (esn, seed) -> esn.score(set.train(), set.test(), seed));
  }

  /** {@return memory capacities; volts chosen by the first reservoir's} */
  public static List<Row> memoryCapacity() {
    return signals(-1, 1, Reservoir::memoryCapacity);
  }

  /**
   * {@return 1 - NRMSE on NARMA-10, whose input is in [0, 0.5]; volts chosen by the first one's}
   */
  public static List<Row> narma10() {
    return signals(0, 0.5, (reservoir, seed) -> 1 - reservoir.narmaError(seed));
  }

  private interface Measure {
    double of(Reservoir reservoir, long seed);
  }

  private static List<Row> signals(double lowest, double highest, Measure measure) {
    return rows(
        wires -> Volts.best(lowest, highest, volts -> measure.of(wires.apply(volts), 1)),
        measure,
        Reservoir.mfEsn(ControlCharts.generate(ControlCharts.DEFAULT_SEED).train(), UNITS),
        measure);
  }

  /** Chooses the volts of every topology and measures it, then the MF-ESN. */
  private static List<Row> rows(
      Function<Function<Volts, Reservoir>, Volts> choose,
      Measure ofWires,
      Reservoir esn,
      Measure ofEsn) {
    List<Row> rows = new ArrayList<>();
    topologies()
        .forEach(
            (name, topology) -> {
              Volts best = choose.apply(volts -> Reservoir.nanowires(topology, volts));
              Reservoir wires = Reservoir.nanowires(topology, best);
              rows.add(new Row(name, Optional.of(best), mean(seed -> ofWires.of(wires, seed))));
            });
    rows.add(new Row(MF_ESN, Optional.empty(), mean(seed -> ofEsn.of(esn, seed))));
    return rows;
  }

  private static double mean(LongToDoubleFunction ofSeed) {
    return LongStream.rangeClosed(1, SEEDS).mapToDouble(ofSeed).average().orElseThrow();
  }
}
