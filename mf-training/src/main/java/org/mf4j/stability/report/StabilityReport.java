package org.mf4j.stability.report;

import java.util.Arrays;
import java.util.Optional;
import org.mf4j.data.series.DataException;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.dynamics.Integration;
import org.mf4j.dynamics.Interval;
import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.dynamics.RateBounds;
import org.mf4j.stability.BauerFikeDiscs;
import org.mf4j.stability.Coupling;
import org.mf4j.stability.Decay;
import org.mf4j.stability.DriveGain;
import org.mf4j.stability.LemmaV2;
import org.mf4j.stability.MemristiveMap;
import org.mf4j.stability.NoisyContraction;
import org.mf4j.stability.NoisyMap;
import org.mf4j.stability.Remedies;
import org.mf4j.stability.Spectrum;
import org.mf4j.stability.StabilityConditions;
import org.mf4j.stability.measured.NoiseMeasures;
import org.mf4j.stability.measured.Trajectory;

/**
 * Everything that is known of the stability of one network.
 *
 * @param subject the network
 * @param coupling the norms of W_h
 * @param quantities the numbers of its neurons that theory speaks of
 * @param conditions what theory says
 * @param remedies how far W_h, deltaT and gamma may go
 * @param spectrum the eigenvalues of the Jacobian at the state after the series, or after zero
 *     input where there are none; empty if the states diverge
 * @param discs the discs of Theorem V.4 there; empty with the spectrum
 * @param series the data set, if one is named
 * @param measures what is measured along it
 * @param capacities how much of a random input the states keep, if asked for
 * @param noise what stands with the network's noise; empty without
 */
public record StabilityReport(
    StabilitySubject subject,
    Coupling coupling,
    Quantities quantities,
    StabilityConditions conditions,
    Remedies remedies,
    Optional<Spectrum> spectrum,
    Optional<BauerFikeDiscs> discs,
    Optional<SeriesSet> series,
    Optional<SeriesMeasures> measures,
    Optional<CapacityMeasures> capacities,
    Optional<WithNoise> noise) {
  private static final int SETTLING_STEPS = 500;
  private static final int REALISATIONS = 4;

  /**
   * Examines a network.
   *
   * @param subject the network
   * @param series a data set to measure along, without missing values; or nothing
   * @param withCapacities whether to measure capacities, which takes seconds
   * @param seed where the inputs of the capacities come from
   * @return the report
   * @throws IllegalArgumentException if the network has no RESCALE
   * @throws DataException if the series have not the network's number of channels
   */
  public static StabilityReport of(
      StabilitySubject subject, Optional<SeriesSet> series, boolean withCapacities, long seed) {
    series.ifPresent(set -> requireChannels(subject, set));
    MemristiveDynamics dynamics = subject.dynamics();
    Coupling coupling = Coupling.of(subject.weights());
    MemristiveMap map = subject.map();
    Optional<SeriesMeasures> measures =
        series.map(set -> SeriesMeasures.of(map, subject.reading().view().apply(set)));
    boolean noisy = !subject.noise().isNone();
    double[] quiet = new double[map.inputs()];
    double[] state = measures.map(SeriesMeasures::finalState).orElseGet(() -> settled(map, quiet));
    boolean finite = Arrays.stream(state).allMatch(Double::isFinite);
    return new StabilityReport(
        subject,
        coupling,
        Quantities.of(dynamics, subject.integration()),
        StabilityConditions.of(dynamics, subject.integration(), coupling),
        Remedies.of(dynamics, subject.integration(), coupling),
        finite ? Optional.of(Spectrum.of(map.jacobian(state, quiet))) : Optional.empty(),
        finite ? Optional.of(BauerFikeDiscs.at(map, state, quiet)) : Optional.empty(),
        series,
        measures,
        withCapacities && finite ? Optional.of(CapacityMeasures.of(map, seed)) : Optional.empty(),
        noisy ? Optional.of(WithNoise.of(subject, coupling, series)) : Optional.empty());
  }

  private static void requireChannels(StabilitySubject subject, SeriesSet series) {
    int channels = subject.reading().channels();
    if (series.channels() != channels) {
      throw new DataException(
          String.format(
              "%s: the series have %d channel(s) but the network reads %d.",
              series.name(), series.channels(), channels));
    }
  }

  private static double[] settled(MemristiveMap map, double[] quiet) {
    return Trajectory.last(map, settling(quiet), new double[map.units()]);
  }

  private static double[][] settling(double[] quiet) {
    double[][] inputs = new double[SETTLING_STEPS][];
    Arrays.fill(inputs, quiet);
    return inputs;
  }

  /**
   * What stands of the verdict with noise.
   *
   * @param contraction in mean square, by theory
   * @param measured along the series, or under zero input where there are none
   */
  public record WithNoise(NoisyContraction contraction, NoiseMeasures measured) {
    static WithNoise of(StabilitySubject subject, Coupling coupling, Optional<SeriesSet> series) {
      NoisyMap map =
          new NoisyMap(
              subject.dynamics(), subject.integration(), subject.weights(), subject.noise());
      double[][] inputs =
          series
              .map(
                  set ->
                      SeriesMeasures.inputs(subject.units(), subject.reading().view().apply(set)))
              .orElseGet(() -> settling(new double[map.withoutNoise().inputs()]));
      return new WithNoise(
          NoisyContraction.of(subject.dynamics(), subject.integration(), coupling, subject.noise()),
          NoiseMeasures.of(map, inputs, REALISATIONS));
    }
  }

  /**
   * The quantities of Table II that depend on the constants of the neurons alone.
   *
   * @param rates [p_min, p_max], the paper's bounds of K_p + K_d, over all neurons
   * @param c C of Lemma V.2, the largest over the neurons
   * @param s S, the largest sigma' c
   * @param mu the largest |gamma - deltaT p|
   * @param spectralRadiusEstimate the estimate (17) of the spectral radius
   * @param eFoldingSteps the e-folding time of the slowest mode by the bound p_min, in steps
   * @param attainedEFoldingSteps the e-folding times that drives attain, fastest to slowest, in
   *     steps
   */
  public record Quantities(
      Interval rates,
      double c,
      double s,
      double mu,
      double spectralRadiusEstimate,
      double eFoldingSteps,
      Interval attainedEFoldingSteps) {
    static Quantities of(MemristiveDynamics dynamics, Integration integration) {
      return new Quantities(
          RateBounds.total(dynamics),
          LemmaV2.largestConstant(dynamics),
          DriveGain.s(dynamics),
          Decay.mu(dynamics, integration),
          Decay.spectralRadiusEstimate(dynamics, integration),
          Decay.eFoldingSteps(dynamics, integration),
          Decay.attainedEFoldingSteps(dynamics, integration));
    }
  }
}
