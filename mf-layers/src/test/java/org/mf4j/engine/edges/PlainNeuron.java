package org.mf4j.engine.edges;

import org.mf4j.cells.GatedMemristiveCell;
import org.mf4j.cells.LeakyCell;
import org.mf4j.cells.MemristiveCell;
import org.mf4j.cells.RecurrentCell;
import org.mf4j.dynamics.DeviceRates;
import org.mf4j.dynamics.Drive;
import org.mf4j.dynamics.GatedStep;
import org.mf4j.dynamics.Integration;
import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.dynamics.NeuronStep;

/**
 * One neuron in double precision by the formulas of {@code org.mf4j.dynamics}, and how far an
 * engine that rounds may be from it. The bound is that of a running error analysis: every constant,
 * sum and function may be wrong by a few units of rounding, which the slopes of the step carry on.
 */
interface PlainNeuron {
  /** The state after a step. */
  double next(double[] u, double h);

  /** What rounding inside of the step may do, in units of rounding. */
  double roundings(double[] u, double h);

  /** The largest number on the way to the state, which Euler's step must hold. */
  default double largest(double[] u) {
    return 0;
  }

  /**
   * A neuron.
   *
   * @param leastShare below which the engine's 1 - exp(-q) is lost in the rounding of 1: 1 for
   *     ND4J, whose expm1 is the difference; 0 for others
   */
  static PlainNeuron of(RecurrentCell cell, int neuron, double leastShare) {
    if (cell instanceof LeakyCell leaky) {
      return new Leaky(leaky.leakRate());
    }
    if (cell instanceof GatedMemristiveCell gated) {
      MemristiveCell memristor = gated.memristor();
      return new Gated(
          new Memristive(memristor.dynamics(), memristor.integration(), neuron, leastShare),
          GatedStep.of(memristor.dynamics(), memristor.integration(), neuron));
    }
    MemristiveCell memristive = (MemristiveCell) cell;
    return new Memristive(memristive.dynamics(), memristive.integration(), neuron, leastShare);
  }

  /** One whose slopes are written out too. */
  interface Sloped extends PlainNeuron {
    /** d h'/dh along the state alone. */
    double decay(double[] u);

    /** d h'/du. */
    double slope(double[] u, double h);

    /** What rounding may do to the slope, in units of rounding. */
    double slopeRoundings(double[] u, double h);

    /** What rounding may do to the decay, in units of rounding. */
    double decayRoundings(double[] u);
  }

  /** h' = (1 - a) h + a tanh(u). */
  record Leaky(double a) implements Sloped {
    @Override
    public double next(double[] u, double h) {
      return (1 - a) * h + a * Math.tanh(u[0]);
    }

    @Override
    public double roundings(double[] u, double h) {
      return 2 * Math.abs(h) + 6 * a;
    }

    @Override
    public double decay(double[] u) {
      return 1 - a;
    }

    @Override
    public double slope(double[] u, double h) {
      double y = Math.tanh(u[0]);
      return a * (1 - y * y);
    }

    @Override
    public double slopeRoundings(double[] u, double h) {
      return 12 * a;
    }

    @Override
    public double decayRoundings(double[] u) {
      return 2;
    }
  }

  /** Eqs. (8)-(12), or the exact step. */
  record Memristive(MemristiveDynamics dynamics, Integration integration, int i, double leastShare)
      implements Sloped {
    private NeuronStep step() {
      return NeuronStep.of(dynamics, integration, i);
    }

    private double s() {
      return dynamics.slope().at(i);
    }

    private double z(double[] u) {
      return dynamics.drive().at(u[0], s());
    }

    @Override
    public double next(double[] u, double h) {
      return step().next(z(u), h);
    }

    @Override
    public double decay(double[] u) {
      return step().decay(z(u));
    }

    @Override
    public double slope(double[] u, double h) {
      return step().driveSlope(z(u), h) * dynamics.drive().slopeAt(z(u), s());
    }

    private double rounded(double rate, double eta, double atZero, double z) {
      Drive drive = dynamics.drive();
      double steepness = drive.isRescaled() ? drive.range() : Math.abs(z);
      // The error of exp is that of its argument, whose parts may cancel.
      return rate * (4 + 4 * eta * (steepness + drive.lower()) + Math.abs(Math.log(atZero)));
    }

    /** deltaT K_p(z). */
    private double p(double[] u) {
      return dynamics.deltaT().at(i) * dynamics.rates(i).potentiation(z(u));
    }

    /** deltaT K_d(z). */
    private double d(double[] u) {
      return dynamics.deltaT().at(i) * dynamics.rates(i).depression(z(u));
    }

    private double roundedP(double[] u) {
      DeviceRates rates = dynamics.rates(i);
      return rounded(p(u), rates.etaP(), dynamics.deltaT().at(i) * rates.kp0(), z(u));
    }

    private double roundedD(double[] u) {
      DeviceRates rates = dynamics.rates(i);
      return rounded(d(u), rates.etaD(), dynamics.deltaT().at(i) * rates.kd0(), z(u));
    }

    @Override
    public double largest(double[] u) {
      return integration == Integration.EULER ? p(u) + d(u) : 0;
    }

    @Override
    public double roundings(double[] u, double h) {
      double size = Math.abs(h);
      return integration == Integration.EULER
          ? roundedP(u) * (1 + size) + roundedD(u) * size + 2 * size
          : (1 + size) * (4 + new Mean(this, u).roundings());
    }

    @Override
    public double decayRoundings(double[] u) {
      return integration == Integration.EULER
          ? roundedP(u) + roundedD(u) + 2
          : 4 + new Mean(this, u).roundings();
    }

    @Override
    public double slopeRoundings(double[] u, double h) {
      double chain = dynamics.drive().slopeAt(z(u), s());
      // The sigmoid g is off by some units, and so is g (1 - g), however small it is.
      double flat = dynamics.drive().isRescaled() ? 4 * s() * dynamics.drive().range() : 0;
      DeviceRates rates = dynamics.rates(i);
      double size = 1 + Math.abs(h);
      if (integration == Integration.EULER) {
        return size
            * (rates.etaP() * (2 * chain * roundedP(u) + flat * p(u))
                + rates.etaD() * (2 * chain * roundedD(u) + flat * d(u)));
      }
      Mean mean = new Mean(this, u);
      double share = Math.max(leastShare, mean.share());
      return size
          * (rates.etaP() + rates.etaD())
          * (chain * (4 * share + 2 * mean.roundings()) + flat * mean.share());
    }

    /** The exact step as a mean of its fixed point and the state before. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Mean(Memristive neuron, double[] u) {
      private double q() {
        return neuron.p(u) + neuron.d(u) + 1 - neuron.dynamics.gamma().at(neuron.i);
      }

      /** How much of the fixed point comes into the state. */
      double share() {
        return -Math.expm1(-q());
      }

      /** What relative errors of the rates do to the fixed point and to its share. */
      double roundings() {
        double q = q();
        if (q == 0 || q > 1e30) {
          return 0;
        }
        double m = neuron.p(u) / q;
        double p = neuron.roundedP(u);
        double d = neuron.roundedD(u);
        return share() * ((1 - m) * p + m * d) / q + Math.exp(-q) * (p + d);
      }
    }
  }

  /** The states alone: the slopes along the gates are not written out. */
  record Gated(Memristive open, GatedStep step) implements PlainNeuron {
    @Override
    public double next(double[] u, double h) {
      return step.next(open.z(u), u[1], u[2], h);
    }

    @Override
    public double roundings(double[] u, double h) {
      return open.roundings(u, h) + 8 * (open.p(u) + open.d(u)) * (1 + Math.abs(h));
    }
  }
}
