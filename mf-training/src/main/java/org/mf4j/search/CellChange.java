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
        settings, constants -> constants.withGamma(gamma), all -> all.withGamma(one(gamma)));
  }

  static Optional<ModelSettings> slope(ModelSettings settings, double slope) {
    return memristive(
        settings, constants -> constants.withSlope(slope), all -> all.withSlope(one(slope)));
  }

  static Optional<ModelSettings> deltaT(ModelSettings settings, double deltaT) {
    return memristive(
        settings, constants -> constants.withDeltaT(deltaT), all -> all.withDeltaT(one(deltaT)));
  }

  static Optional<ModelSettings> kp0(ModelSettings settings, double value) {
    return memristive(
        settings,
        constants -> constants.withKp0(value),
        all -> all.withRates(one(value), all.kd0()));
  }

  static Optional<ModelSettings> kd0(ModelSettings settings, double value) {
    return memristive(
        settings,
        constants -> constants.withKd0(value),
        all -> all.withRates(all.kp0(), one(value)));
  }

  static Optional<ModelSettings> etaP(ModelSettings settings, double value) {
    return memristive(
        settings,
        constants -> constants.withEtaP(value),
        all -> all.withExponents(one(value), all.etaD()));
  }

  static Optional<ModelSettings> etaD(ModelSettings settings, double value) {
    return memristive(
        settings,
        constants -> constants.withEtaD(value),
        all -> all.withExponents(all.etaP(), one(value)));
  }

  static Optional<ModelSettings> leakRate(ModelSettings settings, double alpha) {
    return settings.cell() instanceof LeakySettings
        ? with(settings, new LeakySettings(alpha))
        : Optional.empty();
  }

  private static Distribution one(double value) {
    return new Distribution.Constant(value);
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
