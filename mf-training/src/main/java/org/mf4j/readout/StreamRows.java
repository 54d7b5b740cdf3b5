package org.mf4j.readout;

import java.util.function.Consumer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * What {@link NetworkRows} gives for outputs at every step, computed piece by piece: each batch
 * runs through the network in pieces of {@link #STEPS} steps, its recurrent layers carrying their
 * states from piece to piece, so that memory does not grow with the length of the series.
 */
record StreamRows(NetworkRows whole) implements RowSource {
  /** Long against the cost of a call, short against memory. */
  static final int STEPS = 512;

  @Override
  public int features() {
    return whole.features();
  }

  @Override
  public int targets() {
    return whole.targets();
  }

  @Override
  public void forEach(RowConsumer consumer) {
    whole.forEachBatch(batch -> stream(batch, consumer));
  }

  @Override
  public void forEachTarget(Consumer<INDArray> consumer) {
    whole.forEachTarget(consumer);
  }

  private void stream(DataSet batch, RowConsumer consumer) {
    MultiLayerNetwork network = whole.network();
    if (batch.getFeatures().rank() != 3 || batch.getLabels().rank() != 3) {
      throw new IllegalArgumentException(
          "examples: a stream needs features [B,nIn,T] and labels [B,K,T]");
    }
    network.rnnClearPreviousState();
    try {
      long steps = batch.getFeatures().size(2);
      for (long from = 0; from < steps; from += STEPS) {
        DataSet piece = piece(batch, from, Math.min(steps, from + STEPS));
        StepRows rows = StepRows.of(piece);
        consumer.accept(rows.rows(states(piece)), rows.rows(piece.getLabels()), null);
      }
    } finally {
      network.rnnClearPreviousState();
      network.clearLayerMaskArrays();
    }
  }

  /** What the layer before the output layer emits; its state is kept for the next piece. */
  private INDArray states(DataSet piece) {
    MultiLayerNetwork network = whole.network();
    network.setLayerMaskArrays(piece.getFeaturesMaskArray(), null);
    return network
        .rnnActivateUsingStoredState(piece.getFeatures(), false, true)
        .get(network.getnLayers() - 1);
  }

  private static DataSet piece(DataSet batch, long from, long to) {
    INDArrayIndex steps = NDArrayIndex.interval(from, to);
    INDArrayIndex all = NDArrayIndex.all();
    return new DataSet(
        batch.getFeatures().get(all, all, steps),
        batch.getLabels().get(all, all, steps),
        mask(batch.getFeaturesMaskArray(), steps),
        mask(batch.getLabelsMaskArray(), steps));
  }

  private static INDArray mask(INDArray mask, INDArrayIndex steps) {
    return mask == null ? null : mask.get(NDArrayIndex.all(), steps);
  }
}
