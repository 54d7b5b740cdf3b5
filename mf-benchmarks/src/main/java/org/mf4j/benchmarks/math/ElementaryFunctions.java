package org.mf4j.benchmarks.math;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.mf4j.benchmarks.RandomData;
import org.mf4j.math.FloatFunctions;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The elementary functions of one step: B N = 64 x 100 = 6,400 elements, copy included. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ElementaryFunctions {
  private static final int ELEMENTS = 6_400;

  /**
   * The largest argument of K_p about its centre, eta_p (b_ - a_) / 2 with the paper's constants.
   */
  private static final int ARGUMENT_BOUND = 4;

  private float[] arguments;
  private float[] values;
  private float[] ones;
  private int squarings;

  /** Draws the arguments. */
  @Setup
  public void prepare() {
    arguments = RandomData.normal(ELEMENTS);
    values = new float[ELEMENTS];
    ones = new float[ELEMENTS];
    Arrays.fill(ones, 1f);
    squarings = FloatFunctions.squarings(ARGUMENT_BOUND);
  }

  /**
   * The sigmoid.
   *
   * @return the values
   */
  @Benchmark
  public float[] sigmoid() {
    copyArguments();
    FloatFunctions.sigmoid(values, ELEMENTS);
    return values;
  }

  /**
   * The hyperbolic tangent.
   *
   * @return the values
   */
  @Benchmark
  public float[] tanh() {
    copyArguments();
    FloatFunctions.tanh(values, ELEMENTS);
    return values;
  }

  /**
   * The exponential.
   *
   * @return the values
   */
  @Benchmark
  public float[] exp() {
    copyArguments();
    FloatFunctions.exp(values, ones, values, ELEMENTS, 1f, 0f, squarings);
    return values;
  }

  private void copyArguments() {
    System.arraycopy(arguments, 0, values, 0, ELEMENTS);
  }
}
