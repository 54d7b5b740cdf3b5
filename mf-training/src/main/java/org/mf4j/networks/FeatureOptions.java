package org.mf4j.networks;

import java.util.ArrayList;
import java.util.List;
import org.mf4j.summaries.SummaryOptions;
import org.nd4j.linalg.activations.Activation;

/**
 * What is read off the states of a recurrent layer.
 *
 * @param summaries the features
 * @param clipped whether they are scaled and clipped to their range in training, see {@link
 *     FeatureRange}
 * @param squashed whether clipped features are standardised and squashed then: z / (1 + |z|)
 */
public record FeatureOptions(SummaryOptions summaries, boolean clipped, boolean squashed) {
  /**
   * Features as they are.
   *
   * @param summaries the features
   * @return the options
   */
  public static FeatureOptions of(SummaryOptions summaries) {
    return new FeatureOptions(summaries, false, false);
  }

  /** {@return of the layers that change every feature by itself, in order} */
  List<Activation> activations() {
    List<Activation> activations = new ArrayList<>();
    if (clipped) {
      activations.add(Activation.HARDTANH);
    }
    if (clipped && squashed) {
      activations.add(Activation.SOFTSIGN);
    }
    return activations;
  }
}
