package org.mf4j.readout;

import org.ejml.data.DMatrixRMaj;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Matrices from ND4J to EJML and back, in double precision. */
final class DenseMatrices {
  private DenseMatrices() {}

  static DMatrixRMaj of(INDArray matrix) {
    double[] values = matrix.castTo(DataType.DOUBLE).dup('c').data().asDouble();
    return DMatrixRMaj.wrap((int) matrix.size(0), (int) matrix.size(1), values);
  }

  static INDArray toNd4j(DMatrixRMaj matrix) {
    return Nd4j.createFromArray(matrix.data).reshape('c', matrix.numRows, matrix.numCols);
  }
}
