package org.mf4j.cli.stability;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.LinkedHashMap;
import java.util.Map;
import org.mf4j.dynamics.Interval;
import org.mf4j.stability.Remedies;
import org.mf4j.stability.Spectrum;
import org.mf4j.stability.StabilityConditions;
import org.mf4j.stability.measured.EchoIndex;
import org.mf4j.stability.measured.EffectiveSpectralRadius;
import org.mf4j.stability.report.CapacityMeasures;
import org.mf4j.stability.report.SeriesMeasures;
import org.mf4j.stability.report.StabilityReport;

/** A stability report as JSON: its keys are the names of the components. */
record StabilityJson(
    String verdict,
    String provedBy,
    double pMin,
    double pMax,
    double c,
    double s,
    double mu,
    boolean unitCube,
    boolean lemmaV1,
    boolean theoremV3,
    boolean conditionA,
    boolean conditionB,
    boolean theoremV6,
    double eFoldingSteps,
    double spectralRadiusEstimate,
    Margins margins,
    Changes remedies,
    Norms coupling,
    Steps attainedEFoldingSteps,
    @JsonInclude(Include.NON_NULL) Jacobian jacobian,
    @JsonInclude(Include.NON_NULL) Integer seriesLength,
    @JsonInclude(Include.NON_NULL) Measured measured,
    @JsonInclude(Include.NON_NULL) Map<String, Object> capacities,
    @JsonInclude(Include.NON_NULL) Noise noise,
    String model,
    Map<String, Object> settings,
    Map<String, String> versions) {
  record Margins(double theoremV3, double conditionA, double conditionB) {
    static Margins of(StabilityConditions conditions) {
      return new Margins(
          conditions.theoremV3().margin(),
          conditions.conditionA().margin(),
          conditions.conditionB().margin());
    }
  }

  record Changes(
      double couplingFactor,
      double deltaTFactor,
      double largestGamma,
      double unitCubeDeltaT,
      double necessaryDeltaT) {
    static Changes of(Remedies remedies) {
      return new Changes(
          remedies.couplingFactor(),
          remedies.deltaTFactor().orElse(Double.NaN),
          remedies.largestGamma().orElse(Double.NaN),
          remedies.unitCubeDeltaT(),
          remedies.necessaryDeltaT());
    }
  }

  record Norms(double spectralNorm, double largestRowSum) {}

  record Steps(double fastest, double slowest) {}

  @SuppressWarnings("ArrayRecordComponent") // Written, never compared.
  record Jacobian(
      double spectralRadius,
      double discRadius,
      double[] eigenvaluesReal,
      double[] eigenvaluesImaginary) {
    static Jacobian of(StabilityReport report, Spectrum spectrum) {
      return new Jacobian(
          spectrum.radius(),
          report.discs().orElseThrow().radius(),
          spectrum.real(),
          spectrum.imaginary());
    }
  }

  record Measured(
      int steps,
      boolean diverges,
      double lyapunovExponent,
      @JsonInclude(Include.NON_NULL) EchoIndex echoIndex,
      boolean longEnoughForEchoIndex,
      @JsonInclude(Include.NON_NULL) EffectiveSpectralRadius spectralRadius) {
    static Measured of(SeriesMeasures measures) {
      return new Measured(
          measures.steps(),
          !measures.isFinite(),
          measures.lyapunov(),
          measures.echo().orElse(null),
          measures.isLongEnough(),
          measures.spectralRadius().orElse(null));
    }
  }

  record Noise(
      boolean contractsInMeanSquare,
      double meanSquareRate,
      double smallestStationarySpread,
      double largestStationarySpread,
      double measuredRate,
      double measuredSpread,
      double measuredOutside) {
    static Noise of(StabilityReport.WithNoise noise) {
      return new Noise(
          noise.contraction().bound().holds() && !noise.contraction().jumps(),
          noise.contraction().bound().rate(),
          noise.contraction().stationarySpread().lower(),
          noise.contraction().stationarySpread().upper(),
          noise.measured().rate(),
          noise.measured().spread(),
          noise.measured().outside());
    }
  }

  static StabilityJson of(StabilityReport report, Map<String, String> versions) {
    StabilityConditions conditions = report.conditions();
    StabilityReport.Quantities q = report.quantities();
    Interval attained = q.attainedEFoldingSteps();
    return new StabilityJson(
        conditions.verdict().words(),
        conditions.provedBy().orElse(null),
        q.rates().lower(),
        q.rates().upper(),
        q.c(),
        q.s(),
        q.mu(),
        conditions.unitCube(),
        conditions.lemmaV1(),
        conditions.theoremV3().holds(),
        conditions.conditionA().holds(),
        conditions.conditionB().holds(),
        conditions.theoremV6(),
        q.eFoldingSteps(),
        q.spectralRadiusEstimate(),
        Margins.of(conditions),
        Changes.of(report.remedies()),
        new Norms(report.coupling().spectralNorm(), report.coupling().largestRowSum()),
        new Steps(attained.lower(), attained.upper()),
        report.spectrum().map(spectrum -> Jacobian.of(report, spectrum)).orElse(null),
        report.series().map(set -> set.maxLength()).orElse(null),
        report.measures().map(Measured::of).orElse(null),
        report.capacities().map(StabilityJson::capacities).orElse(null),
        report.noise().map(Noise::of).orElse(null),
        report.subject().name(),
        report.subject().settings(),
        versions);
  }

  private static Map<String, Object> capacities(CapacityMeasures measures) {
    Map<String, Object> capacities = new LinkedHashMap<>();
    capacities.put("memoryCapacity", measures.memory().total());
    for (int degree = 1; degree <= CapacityMeasures.LARGEST_DEGREE; degree++) {
      capacities.put("processingCapacityDegree" + degree, measures.processing().ofDegree(degree));
    }
    capacities.put("kernelRank", measures.ranks().kernel());
    capacities.put("generalisationRank", measures.ranks().generalisation());
    capacities.put("narma10Nrmse", measures.narma10());
    return capacities;
  }
}
