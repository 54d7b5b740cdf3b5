package org.mf4j.models;

import org.mf4j.dynamics.Integration;
import org.mf4j.training.Regularisation;
import org.mf4j.training.TrainingOptions;

/** Presets of the memristive-friendly recurrent network, trained end to end. */
public final class MfRnn {
  private MfRnn() {}

  /**
   * The heterogeneous MF-RNN: the network of {@link MfEsn#plainHeterogeneous} - neurons that
   * differ, the series and its differences, six summaries of every trajectory - with a softmax in
   * place of the ridge regression, all of it trained, by the exact step. Chosen on development
   * sets, see {@code docs/results/hetero-mf-rnn.md}.
   *
   * @param units N, at least 1
   * @return the settings
   * @throws IllegalArgumentException if there is not at least one neuron
   */
  public static ModelSettings heterogeneous(int units) {
    ModelSettings drawn = MfEsn.plainHeterogeneous(units);
    TrainingOptions training =
        TrainingOptions.standard()
            .withLearningRate(3e-3)
            .withReadoutRate(1)
            .withRegularisation(Regularisation.NONE.withClipNorm(1).withWeightDecay(1e-4));
    MemristiveSettings neurons = (MemristiveSettings) drawn.cell();
    return drawn
        .withCell(neurons.withIntegration(Integration.EXACT))
        .withLearning(new Hybrid((ReservoirLearning) drawn.learning(), training));
  }
}
