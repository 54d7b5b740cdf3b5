package org.mf4j.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mf4j.cells.MemristiveCell;
import org.mf4j.dynamics.Integration;
import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.engine.fused.FusedEngine;
import org.mf4j.random.SeededRandom;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Reservoirs with few recurrent weights, or none, on the fused engine and by plain loops. */
class SparseRecurrenceTest {
  private static final int NEURONS = 64;
  private static final int STEPS = 9;

  private final SeededRandom random = new SeededRandom(5);

  private INDArray uniform(double scale, long... shape) {
    double[] values = new double[(int) Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
    Arrays.setAll(values, i -> (float) random.uniform(-scale, scale));
    return Nd4j.createFromArray(values).reshape(shape);
  }

  /** Every neuron listens to so many others; some may be the same. */
  private INDArray recurrence(int fanIn) {
    INDArray rw = Nd4j.zeros(DataType.DOUBLE, NEURONS, NEURONS);
    for (int j = 0; j < NEURONS; j++) {
      for (int k = 0; k < fanIn; k++) {
        rw.putScalar(random.nextInt(NEURONS), j, (float) random.uniform(-1, 1));
      }
    }
    return rw;
  }

  /** Two channels that all neurons see, or two and one more for every neuron. */
  private INDArray input(boolean sparse) {
    INDArray two = uniform(1, 2, NEURONS);
    if (!sparse) {
      return two;
    }
    // Most neurons see their own channel only.
    two.muli(uniform(1, 2, NEURONS).gt(0.9).castTo(DataType.DOUBLE));
    return Nd4j.concat(0, two, Nd4j.diag(uniform(1, NEURONS)));
  }

  @ParameterizedTest(name = "batch {0}, fan-in {1}, sparse input {2}")
  @CsvSource({
    "1,0,false",
    "1,3,false",
    "2,3,true",
    "3,0,false",
    "7,3,false",
    "7,3,true",
    "70,3,false",
    "70,1,true",
    "5,4,false",
    "5,64,false",
    "5,64,true"
  })
  void theFusedEngineIsTheEquations(int batch, int fanIn, boolean sparse) {
    MemristiveDynamics dynamics = MemristiveDynamics.paper().withGamma(0.9).withSlope(3);
    Map<String, INDArray> params =
        Map.of(
            "W", input(sparse),
            "RW", recurrence(fanIn),
            "b", uniform(1, 1, NEURONS));
    INDArray x = uniform(1, batch, params.get("W").size(0), STEPS);
    INDArray mask = uniform(1, batch, STEPS).gt(-0.5).castTo(DataType.DOUBLE);
    INDArray start = uniform(0.5, batch, NEURONS);
    ReferenceRun expected =
        ReferenceRun.of(
            ReferenceRun.memristive(dynamics, Integration.EULER),
            params.get("W"),
            params.get("RW"),
            params.get("b"),
            x,
            mask,
            start);
    FusedEngine engine =
        new FusedEngine(new MemristiveCell(dynamics, Integration.EULER, Set.of()), false);
    for (boolean training : new boolean[] {false, true}) {
      INDArray activations = Nd4j.create(DataType.FLOAT, STEPS, batch, NEURONS);
      engine.forward(sequence(x, mask, start), inFloat(params), Optional.of(activations), training);
      INDArray actual = activations.permute(1, 2, 0).castTo(DataType.DOUBLE);
      double norm = expected.activations().norm2Number().doubleValue();
      assertThat(actual.distance2(expected.activations())).isLessThan(2e-6 * norm);
    }
  }

  private static Sequence sequence(INDArray x, INDArray mask, INDArray start) {
    return new Sequence(
        x.castTo(DataType.FLOAT).permute(2, 0, 1), Optional.of(mask), start.castTo(DataType.FLOAT));
  }

  private static Map<String, INDArray> inFloat(Map<String, INDArray> params) {
    return Map.of(
        "W", params.get("W").castTo(DataType.FLOAT),
        "RW", params.get("RW").castTo(DataType.FLOAT),
        "b", params.get("b").castTo(DataType.FLOAT));
  }
}
