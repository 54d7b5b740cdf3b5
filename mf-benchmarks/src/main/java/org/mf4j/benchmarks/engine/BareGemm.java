package org.mf4j.benchmarks.engine;

import java.util.concurrent.TimeUnit;
import org.mf4j.benchmarks.RandomData;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.CustomOp;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.factory.Nd4j;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * C = A B of float matrices by the BLAS library of ND4J, through a prepared call: 2 m k n floating
 * point operations. With JMH's option {@code -t} every thread multiplies its own matrices.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class BareGemm {
  /** m x k x n: a whole batch, a block of the fused engine, the steps of a large reservoir. */
  @Param({"64x100x100", "32x102x100", "300x1000x1000", "500x1000x1000"})
  String shape;

  private final CustomOp product = DynamicCustomOp.builder("matmul").build();
  private OpContext operands;

  /** Makes the matrices. */
  @Setup
  public void prepare() {
    String[] sizes = shape.split("x", -1);
    int m = Integer.parseInt(sizes[0]);
    int k = Integer.parseInt(sizes[1]);
    int n = Integer.parseInt(sizes[2]);
    operands = Nd4j.getExecutioner().buildContext();
    operands.setInputArray(0, RandomData.matrix(m, k));
    operands.setInputArray(1, RandomData.matrix(k, n));
    operands.setOutputArray(0, Nd4j.create(m, n));
  }

  /**
   * Multiplies once.
   *
   * @return C
   */
  @Benchmark
  public INDArray multiply() {
    return Nd4j.getExecutioner().exec(product, operands)[0];
  }

  /**
   * Frees the prepared call.
   *
   * @throws Exception if ND4J cannot release it
   */
  @TearDown
  public void release() throws Exception {
    operands.close();
  }
}
