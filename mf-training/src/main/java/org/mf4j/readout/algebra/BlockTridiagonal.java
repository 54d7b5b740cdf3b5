package org.mf4j.readout.algebra;

import java.util.function.Function;
import java.util.stream.Stream;
import org.mf4j.engine.Workers;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * The resolvent of a symmetric band matrix K of blocks D_J on the diagonal and E_J to the left of
 * them, by the Cholesky factors of K + lambda I:
 *
 * <pre>
 * C_J = E_J F_(J-1)',   L_J L_J' = D_J + lambda I - C_J C_J',   F_J = L_J^-1,   G_J = F_J C_J
 * z' R z = sum_J |y_J|^2,   y_J = F_J z_J - G_J y_(J-1)
 * </pre>
 *
 * <p>For r numbers in blocks of b a lambda costs about 2 r b<sup>2</sup> multiplications for the
 * factors and 2 r b for every z, the latter in matrix products.
 *
 * @param size b
 * @param diagonal D_J, each b x b in rows
 * @param below E_J, each b x b in rows; that of the first block is 0
 * @param tolerance see {@link #tolerance}; for lambda up to it every result is NaN
 */
// Bulk numbers stay in arrays; bands are compared by reference.
@SuppressWarnings("ArrayRecordComponent")
public record BlockTridiagonal(int size, double[][] diagonal, double[][] below, double tolerance)
    implements Resolvent {

  int blocks() {
    return diagonal.length;
  }

  @Override
  public INDArray apply(double lambda, INDArray right) {
    int columns = (int) right.size(1);
    double[] x = RowMajor.values(right);
    BlockFactor.of(this, lambda).solve(x, columns);
    return RowMajor.matrix(x, blocks() * size, columns);
  }

  @Override
  public Function<INDArray, double[]> forms(double[] lambdas) {
    BlockFactor[] factors = new BlockFactor[lambdas.length];
    Workers.run(lambdas.length, l -> factors[l] = BlockFactor.of(this, lambdas[l]));
    INDArray[] ofZ = new INDArray[blocks()];
    INDArray[][] ofY = new INDArray[blocks()][lambdas.length];
    Workers.run(
        blocks(),
        block -> {
          double[] all = new double[size * size * lambdas.length];
          for (int l = 0; l < lambdas.length; l++) {
            // Rows of F are the columns of F', so that F' of all lambdas stand beside each other.
            System.arraycopy(factors[l].ofZ(block), 0, all, l * size * size, size * size);
            ofY[block][l] = columns(factors[l].ofY(block), size);
          }
          ofZ[block] = columns(all, size);
        });
    return rows -> squares(rows, ofZ, ofY);
  }

  /** The rows of a matrix in rows as columns. */
  private static INDArray columns(double[] rows, int length) {
    return Nd4j.createFromArray(rows).reshape('f', length, rows.length / length);
  }

  private double[] squares(INDArray rows, INDArray[] ofZ, INDArray[][] ofY) {
    int count = (int) rows.size(0);
    INDArray columns = rows.ordering() == 'f' ? rows : rows.dup('f');
    INDArray[] z = parts(columns);
    int lambdas = ofY[0].length;
    INDArray[] y = {matrix(count, size * lambdas), matrix(count, size * lambdas)};
    INDArray[][] parts = {parts(y[0]), parts(y[1])};
    INDArray square = matrix(count, size * lambdas);
    INDArray sum = matrix(count, size * lambdas).assign(0);
    for (int block = 0; block < blocks(); block++) {
      INDArray now = y[block % 2];
      Nd4j.gemm(z[block], ofZ[block], now, false, false, 1, 0);
      for (int l = 0; l < lambdas && block > 0; l++) {
        INDArray[] before = parts[1 - block % 2];
        Nd4j.gemm(before[l], ofY[block][l], parts[block % 2][l], false, false, -1, 1);
      }
      sum.addi(now.mul(now, square));
    }
    double[] squares = new double[count * lambdas];
    double[] values = RowMajor.values(sum);
    Stream.of(y[0], y[1], square, sum).forEach(INDArray::close);
    if (columns != rows) {
      columns.close();
    }
    for (int i = 0; i < values.length; i++) {
      squares[i / size] += values[i];
    }
    return squares;
  }

  /** b columns each. */
  private INDArray[] parts(INDArray matrix) {
    INDArray[] parts = new INDArray[(int) matrix.size(1) / size];
    for (int i = 0; i < parts.length; i++) {
      parts[i] =
          matrix.get(NDArrayIndex.all(), NDArrayIndex.interval((long) i * size, (i + 1L) * size));
    }
    return parts;
  }

  private static INDArray matrix(int rows, int columns) {
    return Nd4j.createUninitializedDetached(DataType.DOUBLE, 'f', rows, columns);
  }
}
