package org.mf4j.dynamics.stochastic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.AbstractRealDistribution;
import org.hipparchus.distribution.discrete.PoissonDistribution;
import org.hipparchus.stat.inference.ChiSquareTest;
import org.hipparchus.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;

/** The jumps of the silver nanowire network against their laws, at the significance of 1 %. */
class JumpsTest {
  private static final double SIGNIFICANCE = 0.01;
  private static final double RATE = 0.08243;
  private static final double DELTA_T = 0.01;

  private final NoiseSource source = new NoiseSource(DeviceNoise.silverNanowireNetwork(11));

  private DoubleStream jumps(int series, int steps) {
    return IntStream.range(0, steps)
        .mapToDouble(
            t -> {
              source.moveTo(series, t, 0, DELTA_T);
              return source.amplitude();
            })
        .filter(amplitude -> amplitude > 0);
  }

  /** Windows of 60 s; counts of 9 and more are one class. */
  @Test
  void theirCountsArePoisson() {
    int windows = 1000;
    double seconds = 60;
    long[] observed = new long[10];
    for (int window = 0; window < windows; window++) {
      observed[(int) Math.min(9, jumps(window, (int) (seconds / DELTA_T)).count())]++;
    }
    PoissonDistribution law = new PoissonDistribution(RATE * seconds);
    double[] expected = IntStream.range(0, 10).mapToDouble(law::probability).toArray();
    expected[9] = 1 - law.cumulativeProbability(8);
    assertThat(new ChiSquareTest().chiSquareTest(expected, observed)).isGreaterThan(SIGNIFICANCE);
  }

  @Test
  void theirAmplitudesFollowTheBoundedPowerLaw() {
    double[] amplitudes =
        IntStream.range(0, 200).boxed().flatMapToDouble(series -> jumps(series, 20_000)).toArray();
    assertThat(amplitudes).hasSizeGreaterThan(3000);
    double p = new KolmogorovSmirnovTest().kolmogorovSmirnovTest(new PowerLaw(), amplitudes);
    assertThat(p).isGreaterThan(SIGNIFICANCE);
  }

  /** P(up) = 1/2 + (g~ - g) / (2 (1 + 2 A_max)): 0.5 + 0.5/2.0408 = 0.745 far below the rest. */
  @Test
  void theyTendTowardsTheFixedPoint() {
    int up = 0;
    int all = 0;
    for (int series = 0; series < 3000; series++) {
      source.moveTo(series, 0, 0, 10);
      all += source.amplitude() > 0 ? 1 : 0;
      up += source.jump(0.5) > 0 ? 1 : 0;
      assertThat(Math.abs(source.jump(0.5))).isEqualTo(source.amplitude());
    }
    double expected = 0.5 + 0.5 / (2 * (1 + 2 * 1.0194e-2));
    double error = Math.sqrt(expected * (1 - expected) / all);
    assertThat((double) up / all).isCloseTo(expected, within(2.576 * error));
  }

  /** F(A) from the density A^-2.78 on the bounds that the source gives. */
  private static final class PowerLaw extends AbstractRealDistribution {
    private static final long serialVersionUID = 1L;
    private static final double SMALLEST = 6.926e-8 * 0.6295 / (6.8580e-5 - 1.4558e-7);
    private static final double LARGEST = 1.10821e-6 * 0.6295 / (6.8580e-5 - 1.4558e-7);

    private static double primitive(double amplitude) {
      return Math.pow(SMALLEST, -1.78) - Math.pow(amplitude, -1.78);
    }

    @Override
    public double cumulativeProbability(double amplitude) {
      return primitive(amplitude) / primitive(LARGEST);
    }

    @Override
    public double density(double amplitude) {
      return 1.78 * Math.pow(amplitude, -2.78) / primitive(LARGEST);
    }

    @Override
    public double getNumericalMean() {
      throw new UnsupportedOperationException("the test of the law needs no moment");
    }

    @Override
    public double getNumericalVariance() {
      throw new UnsupportedOperationException("the test of the law needs no moment");
    }

    @Override
    public double getSupportLowerBound() {
      return SMALLEST;
    }

    @Override
    public double getSupportUpperBound() {
      return LARGEST;
    }

    @Override
    public boolean isSupportConnected() {
      return true;
    }
  }
}
