package org.mf4j.engine;

import java.io.Serializable;
import java.util.EnumMap;
import java.util.Map;
import org.mf4j.dynamics.stochastic.Realisation;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Numbers the series and steps that a layer is shown, run after run: what the draws of its noise
 * depend on. A run starts with new series, or goes on with those of an earlier one.
 */
public final class SeriesNumbers implements Serializable {
  /** Series 0, step 0. */
  public static final Place FIRST = new Place(0, 0);

  private static final long serialVersionUID = 1L;

  private final Realisation realisation;
  private final Map<Way, Place> ends = new EnumMap<>(Way.class);
  private int seen;
  private Place place = FIRST;

  /** The ways in which a run may go on where another ended. */
  public enum Way {
    /** {@code rnnTimeStep}. */
    STREAM,
    /** The pieces of truncated BPTT. */
    TRUNCATED_BPTT
  }

  /**
   * Where a run starts.
   *
   * @param series number of its first series; the others follow
   * @param step number of its first step
   */
  public record Place(int series, int step) implements Serializable {}

  /**
   * Nothing was shown yet.
   *
   * @param realisation whether every run that starts anew shows new series, or series 0 again
   */
  public SeriesNumbers(Realisation realisation) {
    this.realisation = realisation;
  }

  /**
   * Starts new series.
   *
   * @param input one row per series
   */
  public void start(INDArray input) {
    place = new Place(realisation == Realisation.REPEATED ? 0 : seen, 0);
    seen += (int) input.size(0);
  }

  /**
   * Starts new series, or goes on with those of before.
   *
   * @param input one row per series
   * @param way of what
   * @param goesOn whether there are states to go on from; whoever set them from outside, without a
   *     run, starts new series
   */
  public void start(INDArray input, Way way, boolean goesOn) {
    if (goesOn && ends.containsKey(way)) {
      place = ends.get(way);
    } else {
      start(input);
    }
  }

  /**
   * Lets a later run go on behind this one.
   *
   * @param way of what
   * @param steps how many steps this run had
   */
  public void end(Way way, int steps) {
    ends.put(way, new Place(place.series(), place.step() + steps));
  }

  /** {@return where the run at hand, or the last one, starts} */
  public Place place() {
    return place;
  }
}
