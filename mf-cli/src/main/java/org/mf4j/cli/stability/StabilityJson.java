package org.mf4j.cli.stability;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.mf4j.dynamics.Interval;
import org.mf4j.stability.Remedies;
import org.mf4j.stability.Spectrum;
import org.mf4j.stability.StabilityConditions;
import org.mf4j.stability.report.CapacityMeasures;
import org.mf4j.stability.report.SeriesMeasures;
import org.mf4j.stability.report.StabilityReport;

/**
 * A stability report as JSON; numbers that are not finite are null.
 *
 * @param values keys and values, in the order in which they are written
 */
public record StabilityJson(Map<String, Object> values) {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /**
   * Collects the report.
   *
   * @param report the report
   * @param versions of everything that can change a number
   * @return the document
   */
  public static StabilityJson of(StabilityReport report, Map<String, String> versions) {
    StabilityConditions conditions = report.conditions();
    Interval rates = report.rates();
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("verdict", conditions.verdict().words());
    values.put("provedBy", conditions.provedBy().orElse(null));
    values.put("pMin", rates.lower());
    values.put("pMax", rates.upper());
    values.put("c", report.c());
    values.put("s", report.s());
    values.put("mu", report.mu());
    values.put("unitCube", conditions.unitCube());
    values.put("lemmaV1", conditions.lemmaV1());
    values.put("theoremV3", conditions.theoremV3().holds());
    values.put("conditionA", conditions.conditionA().holds());
    values.put("conditionB", conditions.conditionB().holds());
    values.put("theoremV6", conditions.theoremV6());
    values.put("eFoldingSteps", finite(report.eFoldingSteps()));
    values.put("spectralRadiusEstimate", report.spectralRadiusEstimate());
    values.put("margins", margins(conditions));
    values.put("remedies", remedies(report.remedies()));
    values.put("coupling", coupling(report));
    values.put("attainedEFoldingSteps", attained(report));
    report.spectrum().ifPresent(spectrum -> values.put("jacobian", jacobian(report, spectrum)));
    report.series().ifPresent(set -> values.put("seriesLength", set.maxLength()));
    report.measures().ifPresent(measures -> values.put("measured", measured(measures)));
    report.capacities().ifPresent(measures -> values.put("capacities", capacities(measures)));
    values.put("model", report.subject().name());
    values.put("settings", report.subject().settings());
    values.put("versions", versions);
    return new StabilityJson(values);
  }

  /**
   * Writes the report, indented.
   *
   * @param file the file to create
   * @throws IOException if writing fails
   */
  public void writeTo(Path file) throws IOException {
    MAPPER.writeValue(file.toFile(), values);
  }

  private static Map<String, Object> margins(StabilityConditions conditions) {
    Map<String, Object> margins = new LinkedHashMap<>();
    margins.put("theoremV3", finite(conditions.theoremV3().margin()));
    margins.put("conditionA", finite(conditions.conditionA().margin()));
    margins.put("conditionB", finite(conditions.conditionB().margin()));
    return margins;
  }

  private static Map<String, Object> remedies(Remedies remedies) {
    Map<String, Object> changes = new LinkedHashMap<>();
    changes.put("couplingFactor", finite(remedies.couplingFactor()));
    changes.put("deltaTFactor", orNull(remedies.deltaTFactor()));
    changes.put("largestGamma", orNull(remedies.largestGamma()));
    changes.put("unitCubeDeltaT", remedies.unitCubeDeltaT());
    changes.put("necessaryDeltaT", remedies.necessaryDeltaT());
    return changes;
  }

  private static Map<String, Object> coupling(StabilityReport report) {
    return Map.of(
        "spectralNorm", report.coupling().spectralNorm(),
        "largestRowSum", report.coupling().largestRowSum());
  }

  private static Map<String, Object> attained(StabilityReport report) {
    Map<String, Object> steps = new LinkedHashMap<>();
    steps.put("fastest", finite(report.attainedEFoldingSteps().lower()));
    steps.put("slowest", finite(report.attainedEFoldingSteps().upper()));
    return steps;
  }

  private static Map<String, Object> jacobian(StabilityReport report, Spectrum spectrum) {
    Map<String, Object> jacobian = new LinkedHashMap<>();
    jacobian.put("spectralRadius", spectrum.radius());
    jacobian.put("discRadius", report.discs().orElseThrow().radius());
    jacobian.put("eigenvaluesReal", spectrum.real());
    jacobian.put("eigenvaluesImaginary", spectrum.imaginary());
    return jacobian;
  }

  private static Map<String, Object> measured(SeriesMeasures measures) {
    Map<String, Object> measured = new LinkedHashMap<>();
    measured.put("steps", measures.steps());
    measured.put("diverges", !measures.isFinite());
    measured.put("lyapunovExponent", finite(measures.lyapunov()));
    measures.echo().ifPresent(echo -> measured.put("echoIndex", echo));
    measured.put("longEnoughForEchoIndex", measures.isLongEnough());
    measures.spectralRadius().ifPresent(radius -> measured.put("spectralRadius", radius));
    return measured;
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

  private static Double orNull(OptionalDouble value) {
    return value.isPresent() ? finite(value.getAsDouble()) : null;
  }

  /** JSON has no infinity. */
  private static Double finite(double value) {
    return Double.isFinite(value) ? (Double) value : null;
  }
}
