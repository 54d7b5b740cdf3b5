package org.mf4j.cells;

import java.util.Optional;
import org.mf4j.dynamics.Integration;
import org.mf4j.dynamics.stochastic.DeviceNoise;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.ops.SDMath;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * The step of {@link MemristiveCell} in a graph, with the constants folded so that a step has few
 * operations (an operation of SameDiff costs far more than its arithmetic at these sizes): with g =
 * sigmoid(v), P = deltaT K_p = exp(p1 g + p0), D = deltaT K_d = exp(d1 g + d0), eq. (12) is h' = P
 * + h (gamma - P - D). With gates P and D are multiplied by the sigmoids of two more
 * pre-activations.
 */
final class MemristiveGraph implements CellGraph {
  private final GraphConstants constants;
  private final Integration integration;
  private final SDVariable slope;
  private final SDVariable gamma;

  /**
   * 1 - gamma, by which the exact step forgets more, and what no precision sees beside a state: the
   * logarithm of D + that is taken.
   */
  private final SDVariable further;

  private final SDVariable p1;
  private final SDVariable p0;
  private final SDVariable d1;
  private final SDVariable d0;
  private final DeviceNoise noise;
  private final SDVariable strength;
  private final boolean gated;

  MemristiveGraph(GraphConstants constants, MemristiveCell cell, boolean gated) {
    this.gated = gated;
    this.constants = constants;
    this.integration = cell.integration();
    this.noise = cell.noise();
    // A variable that nothing consumes would become a loss of the graph; so below.
    this.strength = noise.isNone() ? null : constants.noise();
    this.slope = constants.hasUnitSlope() ? null : constants.slope(gated ? 3 : 1);
    this.gamma = constants.gamma();
    this.further =
        integration == Integration.EXACT || noise.hasJumps() ? gamma.rsub(1).add(1e-18) : null;
    this.p1 = constants.potentiationSlope();
    this.p0 = constants.potentiationOffset();
    this.d1 = constants.depressionSlope();
    this.d0 = constants.depressionOffset();
  }

  @Override
  public SDVariable scale(SDVariable weights) {
    return slope == null ? weights : weights.mul(slope);
  }

  @Override
  public SDVariable step(SDVariable v, SDVariable h) {
    return Rates.of(this, v).step(h);
  }

  @Override
  public SDVariable step(SDVariable v, SDVariable h, SDVariable draws) {
    Rates rates = Rates.of(this, v);
    if (!noise.hasJumps()) {
      return rates.step(h).add(rates.noise(draws));
    }
    SDVariable[] planes = v.getSameDiff().split(draws, 3, 1);
    return rates
        .step(h)
        .add(rates.noise(planes[0]))
        .add(rates.direction(h, planes[2]).mul(planes[1]));
  }

  /** P and D of a step, and what they are made of: log deltaT K_p and, with gates, that of P. */
  private record Rates(
      MemristiveGraph cell,
      SDVariable logarithm,
      Optional<SDVariable> gate,
      SDVariable p,
      SDVariable d) {
    /** What a gate that is shut lets through to the fixed point, whose logarithm is finite so. */
    private static final double SHUT = 1e-30;

    static Rates of(MemristiveGraph cell, SDVariable v) {
      SameDiff sd = v.getSameDiff();
      SDVariable[] g = {cell.constants.rescales() ? sd.nn().sigmoid(v) : v};
      if (cell.gated) {
        g = sd.split(g[0], 3, 1);
      }
      SDVariable logarithm = cell.logPotentiation(g[0]);
      SDVariable p = sd.math().exp(logarithm);
      SDVariable d = sd.math().exp(cell.logDepression(g[0]));
      return cell.gated
          ? new Rates(cell, logarithm, Optional.of(g[1]), p.mul(g[1]), d.mul(g[2]))
          : new Rates(cell, logarithm, Optional.empty(), p, d);
    }

    private SDMath math() {
      return p.getSameDiff().math();
    }

    SDVariable step(SDVariable h) {
      return cell.integration == Integration.EULER
          ? cell.gamma.sub(p.add(d)).mul(h).add(p)
          : exact(h);
    }

    /** h' = m + (h - m) exp(-Q), with Q = deltaT P = p + d + 1 - gamma and m = K_p/P = p/Q. */
    private SDVariable exact(SDVariable h) {
      SDVariable forgotten = d.add(cell.further);
      SDVariable m = fixedPoint(forgotten);
      return h.sub(m).mul(math().exp(math().neg(p.add(forgotten)))).add(m);
    }

    /**
     * m = p/Q as the sigmoid of log p - log(Q - p): the gradient of a quotient is a difference that
     * cancels, of which one part divides by the square of Q, which floats may not hold.
     */
    private SDVariable fixedPoint(SDVariable forgotten) {
      SDVariable logP = gate.map(g -> logarithm.add(math().log(g.add(SHUT)))).orElse(logarithm);
      return p.getSameDiff().nn().sigmoid(logP.sub(math().log(forgotten)));
    }

    private SDVariable exponent() {
      return p.add(d).add(cell.further);
    }

    /** sigma sqrt(deltaT) s xi, with s = 1, or s^2 = (1 - exp(-2 Q)) / (2 Q) of the exact step. */
    SDVariable noise(SDVariable xi) {
      SDVariable scaled = xi.mul(cell.strength);
      if (cell.integration == Integration.EULER) {
        return scaled;
      }
      return scaled.mul(math().sqrt(meanDecay(exponent().mul(2))));
    }

    /**
     * (1 - exp(-x)) / x. ND4J's expm1 is a difference from 1, in which a small x is lost: the
     * quotient is taken at no less than c, and the way from there is two terms of its series.
     */
    private SDVariable meanDecay(SDVariable x) {
      double least = x.dataType() == DataType.DOUBLE ? 1e-4 : 0.02;
      SDVariable c = math().clipByValue(x, least, 4 * MemristiveRates.LARGEST);
      SDVariable quotient = math().expm1(math().neg(c)).div(math().neg(c));
      return quotient.add(c.sub(x).mul(c.add(x).mul(-1 / 6.0).add(0.5)));
    }

    /** 1 where the uniform number lies below 1/2 + (p/Q - h)/(2 (1 + 2 A_max)), or else -1. */
    SDVariable direction(SDVariable h, SDVariable uniform) {
      SDVariable distance = fixedPoint(d.add(cell.further)).sub(h);
      return math().sign(distance.mul(cell.noise.directionSlope()).add(0.5).sub(uniform));
    }
  }

  private SDVariable logPotentiation(SDVariable g) {
    return limited(g.mul(p1).add(p0));
  }

  private SDVariable logDepression(SDVariable g) {
    return limited(g.mul(d1).add(d0));
  }

  /** Infinity over infinity is no fixed point; Euler's step diverges, and shall be seen to. */
  private SDVariable limited(SDVariable logarithm) {
    boolean bounded = constants.rescales() || integration == Integration.EULER;
    double largest = Math.log(MemristiveRates.LARGEST);
    return bounded
        ? logarithm
        : logarithm.getSameDiff().math().clipByValue(logarithm, -1e3, largest);
  }
}
