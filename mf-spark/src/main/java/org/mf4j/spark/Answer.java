package org.mf4j.spark;

import org.mf4j.models.FittedModel;

/** What a model tells of a series. */
enum Answer {
  /** A prediction. */
  NUMBER,
  /** A score per class, and the class of the largest. */
  CLASS,
  /** A score and a probability per class, and the class. */
  PROBABLE_CLASS;

  static Answer of(FittedModel model) {
    return of(model.task().isClassification(), model.givesProbabilities());
  }

  static Answer of(boolean classes, boolean probable) {
    return !classes ? NUMBER : probable ? PROBABLE_CLASS : CLASS;
  }

  /** The number, or the class of the largest output. */
  double prediction(double... outputs) {
    if (this == NUMBER) {
      return outputs[0];
    }
    int largest = 0;
    for (int k = 1; k < outputs.length; k++) {
      largest = outputs[k] > outputs[largest] ? k : largest;
    }
    return largest;
  }
}
