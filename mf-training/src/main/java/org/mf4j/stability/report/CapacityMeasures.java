package org.mf4j.stability.report;

import org.mf4j.random.SeededRandom;
import org.mf4j.stability.DrivenMap;
import org.mf4j.stability.measured.InformationProcessingCapacity;
import org.mf4j.stability.measured.MemoryCapacity;
import org.mf4j.stability.measured.NarmaError;
import org.mf4j.stability.measured.SeparationRanks;

/**
 * How much of a random input the states keep; see the classes of the measures.
 *
 * @param memory Jaeger's memory capacity, delays up to {@value #LARGEST_DELAY}
 * @param processing information-processing capacity of the degrees 1 to {@value #LARGEST_DEGREE},
 *     delays up to {@value #LARGEST_PRODUCT_DELAY}
 * @param ranks kernel and generalisation rank of sequences of {@value #SEQUENCE} steps, of which
 *     the last {@value #COMMON} are shared for the latter
 * @param narma10 NRMSE on NARMA-10
 */
public record CapacityMeasures(
    MemoryCapacity memory,
    InformationProcessingCapacity processing,
    SeparationRanks ranks,
    double narma10) {
  /** The largest delay of the memory capacity. */
  public static final int LARGEST_DELAY = 200;

  /** The largest total degree of the information-processing capacity. */
  public static final int LARGEST_DEGREE = 3;

  /** The largest delay of the information-processing capacity. */
  public static final int LARGEST_PRODUCT_DELAY = 15;

  /** Steps of the sequences of the ranks. */
  public static final int SEQUENCE = 100;

  /** Steps that the sequences of the generalisation rank share. */
  public static final int COMMON = 10;

  private static final double RANK_TOLERANCE = 1e-6;
  private static final int WASHOUT = 500;
  private static final int FEWEST_STEPS = 3000;
  private static final int STEPS_PER_UNIT = 20;

  /**
   * Measures.
   *
   * @param map the network
   * @param seed where the inputs come from
   * @return the measures
   */
  static CapacityMeasures of(DrivenMap map, long seed) {
    SeededRandom random = new SeededRandom(seed);
    int steps = Math.max(FEWEST_STEPS, STEPS_PER_UNIT * map.units());
    return new CapacityMeasures(
        MemoryCapacity.measure(map, LARGEST_DELAY, WASHOUT, steps, random.split()),
        InformationProcessingCapacity.measure(
            map, LARGEST_DEGREE, LARGEST_PRODUCT_DELAY, WASHOUT, steps, random.split()),
        SeparationRanks.measure(map, SEQUENCE, COMMON, RANK_TOLERANCE, random.split()),
        NarmaError.nrmse(map, WASHOUT, steps, steps / 2, random.split()));
  }
}
