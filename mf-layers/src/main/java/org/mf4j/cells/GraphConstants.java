package org.mf4j.cells;

import java.util.Arrays;
import java.util.Map;
import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.dynamics.PhysicalConstant;
import org.mf4j.dynamics.StepCoefficients;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/**
 * {@link StepCoefficients} as graph variables {@code [1,N]} or {@code [1,1]}: constants of the
 * graph where nothing is learned, expressions of the learned free numbers where something is.
 */
final class GraphConstants {
  private final SameDiff sd;
  private final MemristiveCell cell;
  private final Map<String, SDVariable> learned;
  private final DataType dataType;
  private final StepCoefficients fixed;

  GraphConstants(
      SameDiff sd,
      MemristiveCell cell,
      Map<String, SDVariable> learned,
      int neurons,
      DataType dataType) {
    this.sd = sd;
    this.cell = cell;
    this.learned = learned;
    this.dataType = dataType;
    this.fixed = StepCoefficients.of(cell.dynamics(), neurons);
  }

  private MemristiveDynamics dynamics() {
    return cell.dynamics();
  }

  boolean rescales() {
    return dynamics().drive().isRescaled();
  }

  boolean hasUnitSlope() {
    return !learns(PhysicalConstant.SLOPE) && Arrays.stream(fixed.slope()).allMatch(s -> s == 1);
  }

  /** The factor of so many pre-activations: s of the first, 1 of the others. */
  SDVariable slope(int preActivations) {
    SDVariable slope = value(PhysicalConstant.SLOPE);
    return preActivations == 1 ? slope : sd.concat(1, slope.mul(ones(1)), ones(preActivations - 1));
  }

  private SDVariable ones(int planes) {
    return sd.constant(Nd4j.ones(dataType, 1, (long) planes * fixed.gamma().length));
  }

  SDVariable gamma() {
    return value(PhysicalConstant.GAMMA);
  }

  SDVariable potentiationSlope() {
    double range = dynamics().drive().range();
    return learns(PhysicalConstant.ETA_P)
        ? value(PhysicalConstant.ETA_P).mul(range)
        : constant(fixed.potentiationSlope());
  }

  SDVariable potentiationOffset() {
    double lower = dynamics().drive().lower();
    return learnsAny(PhysicalConstant.ETA_P, PhysicalConstant.DELTA_T, PhysicalConstant.KP0)
        ? value(PhysicalConstant.ETA_P)
            .mul(lower)
            .add(logarithm(PhysicalConstant.DELTA_T))
            .add(logarithm(PhysicalConstant.KP0))
        : constant(fixed.potentiationOffset());
  }

  SDVariable depressionSlope() {
    double range = dynamics().drive().range();
    return learns(PhysicalConstant.ETA_D)
        ? value(PhysicalConstant.ETA_D).mul(-range)
        : constant(fixed.depressionSlope());
  }

  SDVariable depressionOffset() {
    double lower = dynamics().drive().lower();
    return learnsAny(PhysicalConstant.ETA_D, PhysicalConstant.DELTA_T, PhysicalConstant.KD0)
        ? value(PhysicalConstant.ETA_D)
            .mul(-lower)
            .add(logarithm(PhysicalConstant.DELTA_T))
            .add(logarithm(PhysicalConstant.KD0))
        : constant(fixed.depressionOffset());
  }

  /** sigma sqrt(deltaT). */
  SDVariable noise() {
    SDVariable sigma = constant(cell.noise().sigma().toArray());
    SDVariable step =
        learns(PhysicalConstant.DELTA_T)
            ? sd.math().exp(learned.get(PhysicalConstant.DELTA_T.key()).mul(0.5))
            : constant(dynamics().deltaT().map(Math::sqrt));
    return sigma.mul(step);
  }

  private SDVariable value(PhysicalConstant physical) {
    if (!learns(physical)) {
      return constant(dynamics().get(physical).toArray());
    }
    SDVariable free = learned.get(physical.key());
    return physical.isLogistic() ? sd.nn().sigmoid(free) : sd.math().exp(free);
  }

  /** The free number of a positive constant is its logarithm. */
  private SDVariable logarithm(PhysicalConstant physical) {
    return learns(physical)
        ? learned.get(physical.key())
        : constant(dynamics().get(physical).map(Math::log));
  }

  private boolean learns(PhysicalConstant physical) {
    return cell.trained().contains(physical);
  }

  private boolean learnsAny(PhysicalConstant... physical) {
    return Arrays.stream(physical).anyMatch(this::learns);
  }

  private SDVariable constant(double[] values) {
    boolean shared = Arrays.stream(values).allMatch(v -> v == values[0]);
    double[] kept = shared ? new double[] {values[0]} : values;
    return sd.constant(Nd4j.createFromArray(new double[][] {kept}).castTo(dataType));
  }
}
