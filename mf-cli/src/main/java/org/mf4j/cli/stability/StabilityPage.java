package org.mf4j.cli.stability;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mf4j.cli.output.Advice;
import org.mf4j.cli.output.Words;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.dynamics.Integration;
import org.mf4j.dynamics.Interval;
import org.mf4j.figures.Figure;
import org.mf4j.figures.physics.RateRange;
import org.mf4j.figures.report.Report;
import org.mf4j.figures.report.Table;
import org.mf4j.figures.results.Eigenspectra;
import org.mf4j.stability.BauerFikeDiscs;
import org.mf4j.stability.ContractionBound;
import org.mf4j.stability.Spectrum;
import org.mf4j.stability.StabilityConditions;
import org.mf4j.stability.measured.EchoIndex;
import org.mf4j.stability.report.CapacityMeasures;
import org.mf4j.stability.report.SeriesMeasures;
import org.mf4j.stability.report.StabilityReport;

/**
 * A stability report for people: the verdict first, then what it rests on.
 *
 * @param report what is reported
 */
record StabilityPage(StabilityReport report) {
  /** The network in one line. */
  String subject() {
    return report.subject().name() + "  " + Words.join(report.subject().settings());
  }

  /** What a terminal shows too. */
  Report text() {
    Report text =
        Report.of("Stability of " + report.subject().name())
            .paragraphs(new Advice(report).sentences())
            .heading("Conditions")
            .with(conditions())
            .heading("Quantities")
            .with(quantities());
    return report
        .capacities()
        .map(measured -> text.heading("Capacities").with(capacities(measured)))
        .orElse(text);
  }

  /** That, pictures and what repeats the run. */
  Report page(Map<String, String> provenance) {
    Map<String, String> settings = new LinkedHashMap<>();
    report.subject().settings().forEach((name, value) -> settings.put(name, value.toString()));
    return text()
        .heading("Pictures")
        .pictures(pictures())
        .heading("Settings")
        .entries(settings)
        .heading("Provenance")
        .entries(provenance);
  }

  /** The spectrum of the Jacobian, unless the states diverge, and the range of the rates. */
  private List<Figure> pictures() {
    List<Figure> figures = new ArrayList<>();
    report.spectrum().ifPresent(spectrum -> figures.add(spectrum(spectrum).figure()));
    figures.add(new RateRange(report.subject().dynamics()).figure());
    return figures;
  }

  private Eigenspectra spectrum(Spectrum spectrum) {
    BauerFikeDiscs discs = report.discs().orElseThrow();
    String state =
        report.series().isPresent() ? "the state after the series" : "its state after zero input";
    Eigenspectra.Panel panel =
        new Eigenspectra.Panel(
            report.subject().name() + ", N = " + report.subject().units(),
            spectrum.real(),
            spectrum.imaginary(),
            report.quantities().spectralRadiusEstimate(),
            discs.centres(),
            discs.radius());
    return new Eigenspectra("this network at " + state, List.of(panel), 1);
  }

  private Table conditions() {
    StabilityConditions conditions = report.conditions();
    ContractionBound v3 = conditions.theoremV3();
    ContractionBound a = conditions.conditionA();
    ContractionBound b = conditions.conditionB();
    double estimate = report.quantities().spectralRadiusEstimate();
    return Table.of("condition", "holds", "rate", "margin")
        .row("unit cube invariant", holds(conditions.unitCube()), "", "")
        .row("Lemma V.1", euler(conditions.lemmaV1()), "", "")
        .row("Theorem V.3", euler(v3.holds()), number(v3.rate()), number(v3.margin()))
        .row("condition (A)", holds(a.holds()), number(a.rate()), number(a.margin()))
        .row("condition (B)", holds(b.holds()), number(b.rate()), number(b.margin()))
        .row(
            "Theorem V.6, necessary",
            holds(conditions.theoremV6()),
            number(estimate),
            number(1 - estimate));
  }

  private String euler(boolean holds) {
    return report.subject().integration() == Integration.EULER ? holds(holds) : "Euler only";
  }

  private static String holds(boolean holds) {
    return holds ? "yes" : "no";
  }

  private Table quantities() {
    StabilityReport.Quantities q = report.quantities();
    Table table =
        Table.of()
            .row(
                "constants",
                Words.format(
                    "p_min %.4g, p_max %.5g, C %.5g, S %.4g, mu %.4g",
                    q.rates().lower(), q.rates().upper(), q.c(), q.s(), q.mu()))
            .row(
                "coupling",
                Words.format(
                    "||W_h||_2 %.4g, largest row sum %.4g",
                    report.coupling().spectralNorm(), report.coupling().largestRowSum()))
            .row("spectral radius", spectralRadius())
            .row("time constants", timeConstants(q));
    if (report.noise().isPresent()) {
      table = table.row("noise", noise(report.noise().get()));
    }
    if (report.series().isPresent()) {
      SeriesSet set = report.series().get();
      table = table.row("series", set.name() + ", " + Words.steps(set));
    }
    if (report.measures().isPresent()) {
      String name = "measured";
      for (String line : measured(report.measures().get())) {
        table = table.row(name, line);
        name = "";
      }
    }
    return table;
  }

  private static String noise(StabilityReport.WithNoise noise) {
    Interval spread = noise.contraction().stationarySpread();
    return Words.format(
        "states spread by %.3g to %.3g about the fixed point without coupling; measured %.3g",
        spread.lower(), spread.upper(), noise.measured().spread());
  }

  private String spectralRadius() {
    return Words.format("estimate (17) %.4g", report.quantities().spectralRadiusEstimate())
        + report
            .spectrum()
            .map(spectrum -> Words.format(", Jacobian at the last state %.4g", spectrum.radius()))
            .orElse("");
  }

  private static String timeConstants(StabilityReport.Quantities q) {
    Interval attained = q.attainedEFoldingSteps();
    return Words.format(
        "%s to %s steps to fade to 1/e without coupling, at most %s by p_min",
        duration(attained.lower()), duration(attained.upper()), duration(q.eFoldingSteps()));
  }

  private static String duration(double steps) {
    return Double.isInfinite(steps) ? "endless" : Words.format(steps < 10 ? "%.1f" : "%.0f", steps);
  }

  private static List<String> measured(SeriesMeasures measures) {
    if (!measures.isFinite()) {
      return List.of(Words.format("the states diverge within %d steps", measures.steps()));
    }
    List<String> lines = new ArrayList<>();
    lines.add(
        Words.format(
            "Lyapunov exponent %.3g per step along %d steps of the series",
            measures.lyapunov(), measures.steps()));
    measures.echo().ifPresent(echo -> lines.add(echo(echo, measures)));
    measures
        .spectralRadius()
        .ifPresent(
            radius ->
                lines.add(
                    Words.format(
                        "spectral radius of the Jacobian %.4g on average, %.4g to %.4g",
                        radius.mean(), radius.smallest(), radius.largest())));
    return lines;
  }

  private static String echo(EchoIndex echo, SeriesMeasures measures) {
    String line =
        Words.format(
            "echo index %d after %d steps: four initial states end within %.1e of their first"
                + " distance",
            echo.index(), measures.steps(), echo.spread());
    return measures.isLongEnough() ? line : line + "; too few steps to tell";
  }

  private Table capacities(CapacityMeasures measured) {
    return Table.of()
        .row("memory capacity", Words.format("%.2f of %d", measured.memory().total(), units()))
        .row(
            "processing capacity",
            Words.format(
                "%.2f linear, %.2f quadratic, %.2f cubic (delays to %d)",
                measured.processing().ofDegree(1),
                measured.processing().ofDegree(2),
                measured.processing().ofDegree(3),
                CapacityMeasures.LARGEST_PRODUCT_DELAY))
        .row(
            "ranks",
            Words.format(
                "kernel %d, generalisation %d (the last %d of %d steps shared)",
                measured.ranks().kernel(),
                measured.ranks().generalisation(),
                CapacityMeasures.COMMON,
                CapacityMeasures.SEQUENCE))
        .row("NARMA-10", Words.format("NRMSE %.3f", measured.narma10()));
  }

  private int units() {
    return report.subject().units();
  }

  private static String number(double value) {
    return Words.format("%.4g", value);
  }
}
