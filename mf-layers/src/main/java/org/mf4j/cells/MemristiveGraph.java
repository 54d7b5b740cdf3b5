package org.mf4j.cells;

import org.mf4j.dynamics.Integration;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

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
  private final SDVariable p1;
  private final SDVariable p0;
  private final SDVariable d1;
  private final SDVariable d0;
  private final boolean gated;

  MemristiveGraph(GraphConstants constants, Integration integration, boolean gated) {
    this.gated = gated;
    this.constants = constants;
    this.integration = integration;
    // A variable that nothing consumes would become a loss of the graph.
    this.slope = constants.hasUnitSlope() ? null : constants.slope(gated ? 3 : 1);
    this.gamma = constants.gamma();
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
    SameDiff sd = v.getSameDiff();
    if (gated) {
      SDVariable[] gates = sd.split(sd.nn().sigmoid(v), 3, 1);
      return step(
          sd, slowed(potentiation(gates[0]), gates[1]), slowed(depression(gates[0]), gates[2]), h);
    }
    SDVariable g = constants.rescales() ? sd.nn().sigmoid(v) : v;
    return step(sd, potentiation(g), depression(g), h);
  }

  private SDVariable potentiation(SDVariable g) {
    return g.getSameDiff().math().exp(g.mul(p1).add(p0));
  }

  private SDVariable depression(SDVariable g) {
    return g.getSameDiff().math().exp(g.mul(d1).add(d0));
  }

  /** The least normal float keeps P + D above 0, by which the exact step divides. */
  private static SDVariable slowed(SDVariable rate, SDVariable gate) {
    return rate.mul(gate).add(Float.MIN_NORMAL);
  }

  private SDVariable step(SameDiff sd, SDVariable p, SDVariable d, SDVariable h) {
    return integration == Integration.EULER ? euler(p, d, h) : exact(sd, p, d, h);
  }

  private SDVariable euler(SDVariable p, SDVariable d, SDVariable h) {
    return gamma.sub(p.add(d)).mul(h).add(p);
  }

  /** h' = m + (h - m) exp(-Q), with Q = deltaT P = p + d + 1 - gamma and m = K_p/P = p/Q. */
  private SDVariable exact(SameDiff sd, SDVariable p, SDVariable d, SDVariable h) {
    SDVariable q = p.add(d).add(gamma.rsub(1));
    SDVariable m = p.div(q);
    return h.sub(m).mul(sd.math().exp(sd.math().neg(q))).add(m);
  }
}
