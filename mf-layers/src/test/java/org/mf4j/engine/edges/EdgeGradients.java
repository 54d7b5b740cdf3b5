package org.mf4j.engine.edges;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.mf4j.engine.SequenceEngine;
import org.mf4j.engine.edges.EdgeCheck.PreActivation;
import org.mf4j.engine.edges.PlainNeuron.Sloped;

/**
 * Backpropagation through time by plain formulas over the states of an engine, with a bound of what
 * rounding may do to every sum on the way: what the engine's own way back is held to.
 */
final class EdgeGradients {
  /** A number and how far an engine's may be from it. */
  private static final class Sums {
    final double[] value;
    final double[] off;

    Sums(int size) {
      this.value = new double[size];
      this.off = new double[size];
    }
  }

  private final EdgeCheck check;
  private final EdgeCase c;
  private final Map<String, Sums> all = new LinkedHashMap<>();
  private Sums delta;
  private double largest;

  EdgeGradients(EdgeCheck check) {
    this.check = check;
    this.c = check.edgeCase();
    all.put("x", new Sums(c.x.length));
    all.put("h0", new Sums(c.h0.length));
    all.put(SequenceEngine.INPUT_WEIGHTS, new Sums(c.w.length));
    all.put(SequenceEngine.RECURRENT_WEIGHTS, new Sums(c.rw.length));
    all.put(SequenceEngine.BIAS, new Sums(c.b.length));
  }

  void check() {
    for (int series = 0; series < c.batch; series++) {
      back(series);
    }
    // Beyond the floats gradients are infinite in single precision, which training reports.
    if (largest < 1e36) {
      all.forEach(this::compare);
    }
  }

  private void compare(String name, Sums expected) {
    double[] actual = check.outcome().gradients().get(name);
    for (int k = 0; k < actual.length; k++) {
      assertThat(Math.abs(actual[k] - expected.value[k]))
          .as("%s: gradient of %s, %d: %s for %s", c, name, k, actual[k], expected.value[k])
          .isLessThanOrEqualTo(expected.off[k] + EdgeCheck.TINY);
    }
  }

  private void back(int series) {
    delta = new Sums(c.neurons);
    for (int t = c.steps - 1; t >= 0; t--) {
      if (c.isPresent(series, t)) {
        step(series, t);
      }
    }
    for (int i = 0; i < c.neurons; i++) {
      add("h0", series * c.neurons + i, 1, delta.value[i], delta.off[i]);
    }
  }

  private void step(int series, int t) {
    double[] h = check.before(series, t);
    Sums later = delta;
    delta = new Sums(c.neurons);
    for (int i = 0; i < c.neurons; i++) {
      double d = later.value[i] + c.epsilon[(t * c.batch + series) * c.neurons + i];
      double off = later.off[i] + check.unit() * (Math.abs(d) + Math.abs(later.value[i]));
      Sloped neuron = check.sloped(i);
      double before = h[i];
      PreActivation u = check.new PreActivation(series, t, i, h);
      double decay = neuron.decay(u.value);
      double decayOff = check.unit() * neuron.decayRoundings(u.value) + u.spread(neuron::decay);
      add(delta, i, decay, d, decayOff * (Math.abs(d) + off), off);
      double slope = neuron.slope(u.value, before);
      // Rates below the normal floats have an error of their own, and states may be large.
      double slopeOff =
          1e-43
              + check.unit() * neuron.slopeRoundings(u.value, before)
              + u.spread(v -> neuron.slope(v, before));
      weights(series, t, i, h, slope * d, product(slope, slopeOff, d, off) + Float.MIN_NORMAL);
    }
  }

  private double product(double a, double aOff, double b, double bOff) {
    return Math.abs(a) * bOff + aOff * (Math.abs(b) + bOff) + check.unit() * Math.abs(a * b);
  }

  /** What dL/du of one neuron gives to all that it was summed from. */
  private void weights(int series, int t, int i, double[] h, double du, double off) {
    add(SequenceEngine.BIAS, i, 1, du, off);
    for (int j = 0; j < c.channels; j++) {
      add(SequenceEngine.INPUT_WEIGHTS, j * c.neurons + i, c.x(series, t, j), du, off);
      add("x", (t * c.batch + series) * c.channels + j, c.w[j * c.neurons + i], du, off);
    }
    for (int j = 0; j < h.length; j++) {
      add(SequenceEngine.RECURRENT_WEIGHTS, j * c.neurons + i, h[j], du, off);
      add(delta, j, c.rw[j * c.neurons + i], du, 0, off);
    }
  }

  private void add(String name, int at, double factor, double value, double off) {
    add(all.get(name), at, factor, value, 0, off);
  }

  private void add(Sums sums, int at, double factor, double value, double more, double off) {
    double term = factor * value;
    largest = Math.max(largest, Math.abs(term) + Math.abs(factor) * off);
    sums.value[at] += term;
    sums.off[at] += more + Math.abs(factor) * off + check.unit() * Math.abs(term);
  }
}
