package org.mf4j.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mf4j.data.ControlCharts;
import org.mf4j.data.DatasetSplit;
import org.mf4j.data.series.Series;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.models.FittedModel;
import org.mf4j.models.ModelFitter;
import org.mf4j.models.ModelSettings;
import org.mf4j.search.Configuration;
import org.mf4j.training.EpochListener;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class NanowireAssembliesTest {
  /** Every combination by plain loops, in the order of Table 3. */
  @Test
  void theGridOfNanowiresIsTable3() {
    List<ModelSettings> expected = new ArrayList<>();
    for (double centre : new double[] {.1, .5, .8, .9, 1, 1.1, 1.2, 1.3, 1.5, 2}) {
      for (double spread : new double[] {.001, .01, .1, .5, 1, 1.5, 2}) {
        for (double deltaT : new double[] {.01, .1, .15, .2, .25, .5, 1}) {
          expected.add(NanowireAssemblies.nanowires(500, centre, spread, deltaT));
        }
      }
    }
    assertThat(settings(Assembly.NANOWIRES)).hasSize(490).isEqualTo(expected);
  }

  @Test
  void theGridsOfTanhNeuronsAreTable3() {
    List<ModelSettings> uncoupled = new ArrayList<>();
    List<ModelSettings> coupled = new ArrayList<>();
    for (double alpha : new double[] {.1, .3, .5}) {
      for (double spread : new double[] {.1, .5, .8, .9, 1, 1.1, 1.2, 1.3, 1.5, 2}) {
        for (double beta : new double[] {.001, .1, 1}) {
          for (double rho : new double[] {.8, .9, .95, .99}) {
            uncoupled.add(NanowireAssemblies.tanh(500, alpha, spread, beta, rho));
            coupled.add(NanowireAssemblies.echoState(500, alpha, spread, beta, rho));
          }
        }
      }
    }
    assertThat(settings(Assembly.TANH)).hasSize(360).isEqualTo(uncoupled);
    assertThat(settings(Assembly.ECHO_STATE)).hasSize(360).isEqualTo(coupled);
    assertThat(uncoupled).doesNotContainAnyElementsOf(coupled);
  }

  private static List<ModelSettings> settings(Assembly assembly) {
    return assembly.grid(500).all().stream().map(Configuration::settings).toList();
  }

  /** Eq. (7) for one neuron with omega 1, step by step. */
  @Test
  void aNeuronIsEquation7() throws InterruptedException {
    SeriesSet train = levels(0.4);
    FittedModel model = fit(NanowireAssemblies.nanowires(1, 1, 0, 0.25), train);
    double[] x = {0.1, -0.3, 0.4, 0.2};
    double h = 0;
    for (double value : x) {
      double kp = 1e-4 * Math.exp(10 * value);
      double kd = 0.5 * Math.exp(-value);
      h += 0.25 * (kp - (kp + kd) * h);
    }
    INDArray states = model.network().feedForward(Nd4j.create(x).reshape(1, 1, 4)).get(1);
    assertThat(states.getDouble(0)).isCloseTo(h, within(1e-6));
  }

  /** P = 1e-4 exp(10 x) + 0.5 exp(-x) at x = 1.2 is 16.4261: deltaT must stay below 2 / P. */
  @Test
  void theoremIsCheckedAgainstTheTrainingInputs() throws InterruptedException {
    SeriesSet train = levels(1.2);
    assertThatThrownBy(() -> fit(NanowireAssemblies.nanowires(10, 1, 0, 0.125), train))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "deltaT: Theorem 3.1 needs a memory factor rho < 1 over the training inputs, here rho ="
                + " 1.05; deltaT must be below 0.122");
    assertThat(fit(NanowireAssemblies.nanowires(10, 1, 0, 0.12), train)).isNotNull();
  }

  /** Weights up to 1.25, so drives up to 1.5: P = 327.01, and deltaT must stay below 0.00612. */
  @Test
  void theoremIsAskedOfEveryWeightThatCanBeDrawn() {
    SeriesSet train = levels(1.2);
    assertThat(NanowireAssemblies.nanowires(10, 1, .25, .0061).obstacle(train)).isEmpty();
    assertThat(NanowireAssemblies.nanowires(10, 1, .25, .0062).obstacle(train))
        .hasValueSatisfying(
            why -> assertThat(why).startsWith("deltaT: Theorem 3.1").endsWith("be below 0.00612"));
    assertThat(NanowireAssemblies.tanh(10, .3, 9, 1, 9).obstacle(train)).isEmpty();
  }

  @Test
  void assembliesLearnControlCharts() throws InterruptedException {
    DatasetSplit charts = ControlCharts.generate(ControlCharts.DEFAULT_SEED);
    assertThat(score(NanowireAssemblies.tanh(100, .3, 1, .1, .9), charts)).isGreaterThan(0.5);
    assertThat(score(NanowireAssemblies.echoState(100, .3, 1, .1, .9), charts)).isGreaterThan(0.5);
    assertThat(score(NanowireAssemblies.nanowires(100, .1, .1, .25), charts)).isGreaterThan(0.25);
  }

  private static double score(ModelSettings settings, DatasetSplit data)
      throws InterruptedException {
    return fit(settings, data.train()).score(data.test());
  }

  private static FittedModel fit(ModelSettings settings, SeriesSet train)
      throws InterruptedException {
    return new ModelFitter(settings).fit(train, 1, EpochListener.NONE);
  }

  /** Two classes, the inputs between -bound and bound. */
  private static SeriesSet levels(double bound) {
    List<Series> series =
        IntStream.range(0, 10)
            .mapToObj(
                i -> {
                  double x = i % 2 == 0 ? bound : -bound;
                  return new Series(new double[][] {{x, x / 2, x, x / (i + 2)}}, i % 2);
                })
            .toList();
    return new SeriesSet("levels", List.of("up", "down"), series);
  }
}
