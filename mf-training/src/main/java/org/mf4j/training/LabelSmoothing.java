package org.mf4j.training;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.DataSet;
import org.nd4j.linalg.dataset.api.DataSetPreProcessor;

/**
 * Takes a little certainty from the labels of classes: y becomes (1 - epsilon) y + epsilon / C with
 * one column per class, and (1 - epsilon) y + epsilon / 2 with one column for two.
 *
 * @param epsilon how much, in [0, 1)
 */
public record LabelSmoothing(double epsilon) implements DataSetPreProcessor {
  @Override
  public void preProcess(DataSet batch) {
    INDArray labels = batch.getLabels();
    double classes = Math.max(2, labels.columns());
    labels.muli(1 - epsilon).addi(epsilon / classes);
  }
}
