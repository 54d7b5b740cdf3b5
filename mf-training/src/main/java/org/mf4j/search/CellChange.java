package org.mf4j.search;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.models.CellSettings;
import org.mf4j.models.HeterogeneousSettings;
import org.mf4j.models.LeakySettings;
import org.mf4j.models.MemristiveSettings;
import org.mf4j.models.ModelSettings;
import org.mf4j.reservoir.devices.Distribution;
import org.mf4j.reservoir.devices.HeterogeneousDevices;

/**
 * Settings with another constant of the cell; empty where the cell has none. All neurons of a
 * heterogeneous model get the same value.
 */
final class CellChange {
  private CellChange() {}

  static Optional<ModelSettings> gamma(ModelSettings settings, double gamma) {
    return memristive(
        settings,
        constants -> constants.withGamma(gamma),
        all -> new HeterogeneousDevices(all.deltaT(), one(gamma), all.slope(), all.shared()));
  }

  static Optional<ModelSettings> slope(ModelSettings settings, double slope) {
    return memristive(
        settings,
        constants -> constants.withSlope(slope),
        all -> new HeterogeneousDevices(all.deltaT(), all.gamma(), one(slope), all.shared()));
  }

  static Optional<ModelSettings> deltaT(ModelSettings settings, double deltaT) {
    return memristive(
        settings,
        constants -> constants.withDeltaT(deltaT),
        all -> new HeterogeneousDevices(one(deltaT), all.gamma(), all.slope(), all.shared()));
  }

  static Optional<ModelSettings> kp0(ModelSettings settings, double value) {
    return shared(settings, constants -> constants.withKp0(value));
  }

  static Optional<ModelSettings> kd0(ModelSettings settings, double value) {
    return shared(settings, constants -> constants.withKd0(value));
  }

  static Optional<ModelSettings> etaP(ModelSettings settings, double value) {
    return shared(settings, constants -> constants.withEtaP(value));
  }

  static Optional<ModelSettings> etaD(ModelSettings settings, double value) {
    return shared(settings, constants -> constants.withEtaD(value));
  }

  static Optional<ModelSettings> leakRate(ModelSettings settings, double alpha) {
    return settings.cell() instanceof LeakySettings
        ? with(settings, new LeakySettings(alpha))
        : Optional.empty();
  }

  private static Distribution one(double value) {
    return new Distribution.Constant(value);
  }

  private static Optional<ModelSettings> shared(
      ModelSettings settings, UnaryOperator<MemristiveDynamics> change) {
    return memristive(
        settings,
        change,
        all ->
            new HeterogeneousDevices(
                all.deltaT(), all.gamma(), all.slope(), change.apply(all.shared())));
  }

  private static Optional<ModelSettings> memristive(
      ModelSettings settings,
      UnaryOperator<MemristiveDynamics> ofEqual,
      UnaryOperator<HeterogeneousDevices> ofDiffering) {
    if (settings.cell() instanceof MemristiveSettings cell) {
      return with(settings, new MemristiveSettings(ofEqual.apply(cell.dynamics())));
    }
    if (settings.cell() instanceof HeterogeneousSettings cell) {
      return with(settings, new HeterogeneousSettings(ofDiffering.apply(cell.devices())));
    }
    return Optional.empty();
  }

  private static Optional<ModelSettings> with(ModelSettings settings, CellSettings cell) {
    return Optional.of(new ModelSettings(settings.units(), cell, settings.learning()));
  }
}
