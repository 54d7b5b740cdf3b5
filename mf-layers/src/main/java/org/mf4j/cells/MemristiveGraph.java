package org.mf4j.cells;

import org.mf4j.dynamics.Integration;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/**
 * The step of {@link MemristiveCell} in a graph, with the constants folded so that a step has few
 * operations (an operation of SameDiff costs far more than its arithmetic at these sizes): with g =
 * sigmoid(v), P = deltaT K_p = exp(p1 g + p0), D = deltaT K_d = exp(d1 g + d0), eq. (12) is h' = P
 * + h (gamma - P - D).
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

  MemristiveGraph(GraphConstants constants, Integration integration) {
    this.constants = constants;
    this.integration = integration;
    // A variable that nothing consumes would become a loss of the graph.
    this.slope = constants.hasUnitSlope() ? null : constants.slope();
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
    SDVariable g = constants.rescales() ? sd.nn().sigmoid(v) : v;
    SDVariable p = sd.math().exp(g.mul(p1).add(p0));
    SDVariable d = sd.math().exp(g.mul(d1).add(d0));
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
