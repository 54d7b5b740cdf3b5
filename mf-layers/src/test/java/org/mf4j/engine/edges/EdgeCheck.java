package org.mf4j.engine.edges;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.mf4j.engine.SequenceEngine;
import org.mf4j.engine.samediff.SameDiffEngine;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Holds what an engine made of a case against plain formulas, step by step: every state against the
 * formula at the engine's own state before it. So a network that is chaotic, as some at the edges
 * are, is judged as sharply as any other. The tolerance is what rounding may do, see {@link
 * PlainNeuron}, with a unit of 2^-20 in single and 2^-49 in double precision: sixteen times the
 * rounding of one number, since the functions of the engines are exact to a few.
 */
public final class EdgeCheck {
  /** Single precision has few digits below 1e-38, and hands that on to what it is multiplied by. */
  static final double TINY = 1e-31;

  private final EdgeCase c;
  private final EdgeCase.Outcome outcome;
  private final DataType type;
  private final double unit;
  private final PlainNeuron[] plain;

  private EdgeCheck(EdgeCase c, EdgeCase.Outcome outcome, DataType type, double leastShare) {
    this.c = c;
    this.outcome = outcome;
    this.type = type;
    this.unit = type == DataType.DOUBLE ? 0x1p-49 : 0x1p-20;
    this.plain = new PlainNeuron[c.neurons];
    Arrays.setAll(plain, i -> PlainNeuron.of(c.cell(), i, leastShare));
  }

  /** Runs the case and checks every number of it. */
  public static void check(EdgeCase c, SequenceEngine engine, DataType type) {
    double leastShare = engine instanceof SameDiffEngine ? 1 : 0;
    EdgeCheck check = new EdgeCheck(c, c.run(engine, type), type, leastShare);
    boolean bounded = true;
    for (int series = 0; series < c.batch && bounded; series++) {
      bounded = check.statesAre(series);
    }
    assertThat(check.outcome.finite()).as("%s: finite", c).isEqualTo(bounded);
    if (bounded && check.plain[0] instanceof PlainNeuron.Sloped) {
      new EdgeGradients(check).check();
    } else if (bounded && c.hasModestInputs()) {
      check.outcome.gradients().forEach((name, values) -> assertNumbers(c, name, values));
    }
  }

  /** What is known of gradients whose formulas are not written out. */
  private static void assertNumbers(EdgeCase c, String name, double[] gradient) {
    assertThat(Arrays.stream(gradient).allMatch(Double::isFinite))
        .as("%s: gradient of %s: %s", c, name, Arrays.toString(gradient))
        .isTrue();
  }

  EdgeCase edgeCase() {
    return c;
  }

  EdgeCase.Outcome outcome() {
    return outcome;
  }

  double unit() {
    return unit;
  }

  PlainNeuron.Sloped sloped(int i) {
    return (PlainNeuron.Sloped) plain[i];
  }

  /** Whether all states are finite; Euler's step without RESCALE may diverge, and be seen to. */
  private boolean statesAre(int series) {
    for (int t = 0; t < c.steps; t++) {
      for (int i = 0; i < c.neurons && c.isPresent(series, t); i++) {
        if (!stateIs(series, t, i)) {
          return false;
        }
      }
    }
    double[] end = before(series, c.steps);
    double[] last =
        Arrays.copyOfRange(outcome.last(), series * end.length, (series + 1) * end.length);
    assertThat(last).as("%s: last state of series %d", c, series).isEqualTo(end);
    return true;
  }

  /** The engine's states before step t. */
  double[] before(int series, int t) {
    int from = t - 1;
    while (from >= 0 && !c.isPresent(series, from)) {
      from--;
    }
    double[] h = new double[c.neurons];
    for (int i = 0; i < h.length; i++) {
      h[i] =
          from < 0
              ? c.h0[series * h.length + i]
              : outcome.activations()[(from * c.batch + series) * h.length + i];
    }
    return h;
  }

  private boolean stateIs(int series, int t, int i) {
    double[] before = before(series, t);
    PreActivation u = new PreActivation(series, t, i, before);
    double expected = plain[i].next(u.value, before[i]);
    double largest = type == DataType.DOUBLE ? Double.MAX_VALUE : Float.MAX_VALUE;
    if (!(Math.abs(expected) < largest && plain[i].largest(u.value) < largest)) {
      return false;
    }
    double tolerance =
        unit * plain[i].roundings(u.value, before[i])
            + u.spread(v -> plain[i].next(v, before[i]))
            + TINY;
    double actual = outcome.activations()[(t * c.batch + series) * c.neurons + i];
    assertThat(Math.abs(actual - expected))
        .as(
            "%s: state of series %d, step %d, neuron %d: %s for %s",
            c, series, t, i, actual, expected)
        // Next to the largest double the bound itself leaves the doubles.
        .isLessThanOrEqualTo(Double.isNaN(tolerance) ? Double.MAX_VALUE : tolerance);
    return true;
  }

  /** A function of pre-activations. */
  interface OfPreActivations {
    double at(double[] u);
  }

  /** u = x W + h RW + b of one neuron, and how far an engine's may be from it. */
  final class PreActivation {
    final double[] value;
    private final double[] off;

    PreActivation(int series, int t, int i, double[] h) {
      this.value = new double[c.cell().preActivations()];
      this.off = new double[value.length];
      int columns = c.neurons * value.length;
      for (int k = 0; k < value.length; k++) {
        int column = k * c.neurons + i;
        add(k, c.b[column]);
        for (int j = 0; j < c.channels; j++) {
          add(k, (double) c.x(series, t, j) * c.w[j * columns + column]);
        }
        for (int j = 0; j < h.length; j++) {
          add(k, h[j] * c.rw[j * columns + column]);
        }
      }
    }

    private void add(int k, double term) {
      value[k] += term;
      off[k] += unit * Math.abs(term);
    }

    /** How far a function is from its value here where the pre-activations are off. */
    double spread(OfPreActivations function) {
      double here = function.at(value);
      double spread = 0;
      for (int k = 0; k < value.length; k++) {
        for (int side = -1; side <= 1; side += 2) {
          double[] moved = value.clone();
          moved[k] += side * off[k];
          spread += Math.abs(function.at(moved) - here);
        }
      }
      return spread;
    }
  }
}
