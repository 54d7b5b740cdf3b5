package org.mf4j.models;

import org.mf4j.reservoir.ReservoirOptions;
import org.mf4j.training.TrainingOptions;

/** Small models that learn the {@link ToySets} in a moment. */
public final class ToySettings {
  private static final MemristiveSettings MEMRISTIVE = new MemristiveSettings(0.95, 5, 0.1);
  private static final Learning RESERVOIR =
      new ReservoirLearning(new ReservoirOptions(1, 0.1, 0.9), 0.001);
  private static final TrainingOptions TRAINING = new TrainingOptions(0.01, 16, 60, 20);
  private static final Learning GRADIENT = new GradientLearning(TRAINING);

  private static final ModelSettings HYBRID =
      MfRnn.heterogeneous(20)
          .withLearning(
              MfRnn.heterogeneous(20).learning().withPart(new GradientLearning(TRAINING)));

  private ToySettings() {}

  /** Twenty neurons. */
  public static ModelSettings of(ModelKind kind) {
    return switch (kind) {
      case ESN -> new ModelSettings(20, new LeakySettings(0.9), RESERVOIR);
      case MF_ESN -> new ModelSettings(20, MEMRISTIVE, RESERVOIR);
      case RNN -> new ModelSettings(20, new LeakySettings(1), GRADIENT);
      case MF_RNN -> new ModelSettings(20, MEMRISTIVE, GRADIENT);
      case PLAIN_HETERO_MF_ESN -> MfEsn.plainHeterogeneous(20);
      case HETERO_MF_ESN -> MfEsn.heterogeneous(20);
      case LSTM -> new ModelSettings(20, new LstmSettings(1), GRADIENT);
      case BI_MF_RNN -> new ModelSettings(20, MEMRISTIVE, new GradientLearning(TRAINING, true));
      case HETERO_MF_RNN -> HYBRID;
      case SUMMARY_LSTM -> HYBRID.withCell(new LstmSettings(1));
      case GATED_MF_RNN -> new ModelSettings(20, MEMRISTIVE.withGates(1), GRADIENT);
    };
  }
}
