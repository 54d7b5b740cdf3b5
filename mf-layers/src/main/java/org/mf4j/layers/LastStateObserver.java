package org.mf4j.layers;

/**
 * Takes the states after the last step of the batch. A shorter series carries its own last state
 * there, so no step before it has to be looked at.
 */
final class LastStateObserver implements FeatureObserver {
  private final int lastStep;
  private final double[][] features;

  LastStateObserver(Presence presence, int neurons) {
    this.lastStep = presence.steps() - 1;
    this.features = new double[presence.series()][neurons];
  }

  @Override
  public double[][] features() {
    return features;
  }

  @Override
  public Block block(int start, int rows) {
    return (t, states) -> {
      if (t == lastStep) {
        for (int i = 0; i < states.length; i++) {
          int neurons = states.length / rows;
          features[start + i / neurons][i % neurons] = states[i];
        }
      }
    };
  }
}
