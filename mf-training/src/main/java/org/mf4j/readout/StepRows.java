package org.mf4j.readout;

import java.util.stream.LongStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.indexing.SpecifiedIndex;

/**
 * Turns {@code [B,n,T]} into one row per step that a mask {@code [B,T]} leaves; null leaves all.
 */
record StepRows(INDArray mask) {
  static StepRows of(DataSet batch) {
    if (batch.getLabels().rank() == 2) {
      return new StepRows(null);
    }
    INDArray ofLabels = batch.getLabelsMaskArray();
    return new StepRows(ofLabels != null ? ofLabels : batch.getFeaturesMaskArray());
  }

  INDArray rows(INDArray array) {
    if (array.rank() == 2) {
      return array;
    }
    INDArray steps =
        array.permute(0, 2, 1).dup('c').reshape('c', array.size(0) * array.size(2), array.size(1));
    if (mask == null) {
      return steps;
    }
    double[] kept = RowMajor.values(mask);
    long[] rows = LongStream.range(0, kept.length).filter(i -> kept[(int) i] != 0).toArray();
    return rows.length == kept.length
        ? steps
        : steps.get(new SpecifiedIndex(rows), NDArrayIndex.all());
  }
}
