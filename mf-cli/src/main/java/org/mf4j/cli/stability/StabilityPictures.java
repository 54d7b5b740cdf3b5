package org.mf4j.cli.stability;

import java.util.ArrayList;
import java.util.List;
import org.mf4j.figures.Picture;
import org.mf4j.figures.physics.RateRange;
import org.mf4j.figures.results.Eigenspectra;
import org.mf4j.stability.BauerFikeDiscs;
import org.mf4j.stability.Spectrum;
import org.mf4j.stability.report.StabilityReport;

/** The pictures of a stability report: the spectrum of the Jacobian and the range of the rates. */
final class StabilityPictures {
  private final StabilityReport report;

  StabilityPictures(StabilityReport report) {
    this.report = report;
  }

  /** Two pictures, or only the rates where the states diverge. */
  List<Picture> of() {
    List<Picture> pictures = new ArrayList<>();
    report
        .spectrum()
        .ifPresent(spectrum -> pictures.add(spectrum(spectrum, report.discs().orElseThrow())));
    pictures.add(new RateRange(report.subject().dynamics()));
    return pictures;
  }

  private Eigenspectra spectrum(Spectrum spectrum, BauerFikeDiscs discs) {
    String state =
        report.series().isPresent() ? "the state after the series" : "its state after zero input";
    Eigenspectra.Panel panel =
        new Eigenspectra.Panel(
            report.subject().name() + ", N = " + report.subject().units(),
            spectrum.real(),
            spectrum.imaginary(),
            report.spectralRadiusEstimate(),
            discs.centres(),
            discs.radius());
    return new Eigenspectra("this network at " + state, List.of(panel), 1);
  }
}
