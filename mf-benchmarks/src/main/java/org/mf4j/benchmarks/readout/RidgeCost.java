package org.mf4j.benchmarks.readout;

import java.util.concurrent.TimeUnit;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.mf4j.benchmarks.RandomData;
import org.mf4j.readout.LambdaRule;
import org.mf4j.readout.Ridge;
import org.mf4j.readout.RidgeFit;
import org.mf4j.readout.RidgeOptions;
import org.mf4j.readout.SufficientStatistics;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * A ridge regression whose lambda is chosen by leaving one out, beside the eigendecomposition of a
 * matrix of as many features, which it contains, and the statistics.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class RidgeCost {
  private static final int TARGETS = 6;
  private static final int LAMBDAS = 30;

  @Param("1000")
  int features;

  @Param("10000")
  int rows;

  private INDArray x;
  private INDArray y;
  private double[] gram;
  private RidgeOptions options;

  /** Makes the examples. */
  @Setup
  public void prepare() {
    x = RandomData.matrix(rows, features);
    y = RandomData.matrix(rows, TARGETS);
    gram = SufficientStatistics.of(x, y).productXx();
    options =
        RidgeOptions.leaveOneOut()
            .withLambda(new LambdaRule.LeaveOneOut(LambdaRule.logSpaced(1e-3, 1e5, LAMBDAS)));
  }

  /**
   * The whole readout.
   *
   * @return the fit
   */
  @Benchmark
  public RidgeFit leaveOneOut() {
    return Ridge.fit(x, y, options);
  }

  /**
   * The statistics alone.
   *
   * @return the statistics
   */
  @Benchmark
  public SufficientStatistics statistics() {
    return SufficientStatistics.of(x, y);
  }

  /**
   * One symmetric eigendecomposition with eigenvectors.
   *
   * @return the decomposition
   */
  @Benchmark
  public EigenDecomposition_F64<DMatrixRMaj> eigendecomposition() {
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(features, true, true);
    eigen.decompose(new DMatrixRMaj(features, features, true, gram.clone()));
    return eigen;
  }
}
