package org.mf4j.readout;

import java.util.function.Consumer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;

/** Examples of an iterator whose features {@code [n,N]} and labels {@code [n,K]} are the rows. */
record IteratorRows(DataSetIterator examples) implements RowSource {
  @Override
  public int features() {
    return examples.inputColumns();
  }

  @Override
  public int targets() {
    return examples.totalOutcomes();
  }

  @Override
  public void forEach(RowConsumer consumer) {
    forEachBatch(batch -> consumer.accept(batch.getFeatures(), batch.getLabels(), null));
  }

  @Override
  public void forEachTarget(Consumer<INDArray> consumer) {
    forEachBatch(batch -> consumer.accept(batch.getLabels()));
  }

  private void forEachBatch(Consumer<DataSet> consumer) {
    examples.reset();
    while (examples.hasNext()) {
      consumer.accept(examples.next());
    }
  }
}
