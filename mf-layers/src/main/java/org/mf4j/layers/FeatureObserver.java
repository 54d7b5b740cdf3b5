package org.mf4j.layers;

import org.mf4j.engine.StateObserver;
import org.mf4j.summaries.SummaryOptions;
import org.mf4j.summaries.Trajectories;

/** Summarises the states of a batch block by block while an engine computes them. */
final class FeatureObserver implements StateObserver {
  private final SummaryOptions options;
  private final Presence presence;
  private final int neurons;
  private final double[][] features;

  FeatureObserver(SummaryOptions options, Presence presence, int neurons) {
    this.options = options;
    this.presence = presence;
    this.neurons = neurons;
    this.features = new double[presence.series()][];
  }

  /** {@return one row of features per series, after the run} */
  double[][] features() {
    return features;
  }

  @Override
  public Block block(int start, int rows) {
    Presence here = presence.ofRows(start, rows);
    Trajectories trajectories = Trajectories.ofSeries(options, neurons, here.lengths());
    double[] h = new double[rows * neurons];
    return new Block() {
      @Override
      public void step(int t, float[] states) {
        for (int i = 0; i < h.length; i++) {
          h[i] = states[i];
        }
        trajectories.add(h, here.at(t));
      }

      @Override
      public void end() {
        System.arraycopy(trajectories.features(), 0, features, start, rows);
      }
    };
  }
}
