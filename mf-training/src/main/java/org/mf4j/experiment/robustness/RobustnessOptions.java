package org.mf4j.experiment.robustness;

import java.util.List;
import org.mf4j.hardware.Placement;
import org.mf4j.options.Require;

/**
 * How robustness is measured.
 *
 * @param axes the non-idealities, each by itself
 * @param draws networks per model, each fitted anew and put on a chip of its own, at least 1; draw
 *     i, from 0, has the seed {@code seed + i} for both
 * @param refit whether every network is also scored with its readout fitted again
 * @param placement which layers are made of devices
 * @param seed the seed of the first draw
 */
public record RobustnessOptions(
    List<Axis> axes, int draws, boolean refit, Placement placement, long seed) {
  /**
   * There is something to vary, once.
   *
   * @throws IllegalArgumentException if there is no axis, two are of one kind, or there is no draw
   */
  public RobustnessOptions {
    axes = List.copyOf(axes);
    Require.positive("number of axes", axes.size());
    Require.positive("draws", draws);
    if (axes.stream().map(Axis::kind).distinct().count() < axes.size()) {
      throw new IllegalArgumentException("axes: each non-ideality once; join their strengths");
    }
  }
}
