package org.mf4j.readout;

import java.util.function.Consumer;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;

/**
 * What the layer before the output layer emits for the examples of an iterator. Sequences of
 * outputs become one example per step that the mask of the labels (or else of the features) leaves.
 */
record NetworkRows(MultiLayerNetwork network, DataSetIterator examples) implements RowSource {
  private BaseOutputLayer output() {
    return (BaseOutputLayer) network.getLayer(network.getnLayers() - 1).conf().getLayer();
  }

  @Override
  public int features() {
    return (int) output().getNIn();
  }

  @Override
  public int targets() {
    return (int) output().getNOut();
  }

  @Override
  public void forEach(RowConsumer consumer) {
    forEachBatch(
        batch -> {
          INDArray features =
              network
                  .feedForward(batch.getFeatures(), batch.getFeaturesMaskArray(), null)
                  .get(network.getnLayers() - 1);
          StepRows steps = StepRows.of(batch);
          consumer.accept(steps.rows(features), steps.rows(batch.getLabels()), null);
        });
  }

  @Override
  public void forEachTarget(Consumer<INDArray> consumer) {
    forEachBatch(batch -> consumer.accept(StepRows.of(batch).rows(batch.getLabels())));
  }

  void forEachBatch(Consumer<DataSet> consumer) {
    examples.reset();
    while (examples.hasNext()) {
      consumer.accept(examples.next());
    }
  }
}
