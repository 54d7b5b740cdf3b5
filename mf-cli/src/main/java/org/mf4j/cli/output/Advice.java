package org.mf4j.cli.output;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.models.FittedModel;
import org.mf4j.models.ModelKind;
import org.mf4j.stability.LeakyConditions;
import org.mf4j.stability.NoisyContraction;
import org.mf4j.stability.Remedies;
import org.mf4j.stability.StabilityConditions;
import org.mf4j.stability.Verdict;
import org.mf4j.stability.report.StabilityReport;
import org.mf4j.stability.report.StabilitySubject;

/**
 * What is to be said of a network: the verdict, and what to change, or how far one may go.
 *
 * @param report what is known of it
 */
public record Advice(StabilityReport report) {
  private static final String NOTHING_ALONE =
      "No change of W_h, deltaT or gamma alone makes a condition hold.";

  /**
   * What is to be said of a model that is at hand.
   *
   * @param model the model
   * @param series what it reads, transformed
   * @param seed of what is measured
   * @return one sentence at least
   */
  public static List<String> on(FittedModel model, SeriesSet series, long seed) {
    Optional<LeakyConditions> leaky = StabilitySubject.leaky(model);
    if (leaky.isPresent()) {
      return List.of(leaky(model.kind(), leaky.get()));
    }
    try {
      StabilitySubject subject = StabilitySubject.of(model);
      return new Advice(StabilityReport.of(subject, Optional.of(series), false, seed)).sentences();
    } catch (IllegalArgumentException e) {
      // An LSTM or a gated layer, which theory does not cover.
      return List.of("No theory: " + e.getMessage());
    }
  }

  /**
   * What applies to a network of tanh neurons.
   *
   * @param kind which model it is
   * @param conditions the classical ones
   * @return one line
   */
  public static String leaky(ModelKind kind, LeakyConditions conditions) {
    String meaning =
        switch (conditions.verdict()) {
          case GLOBALLY_STABLE -> "globally stable for any input, since ||W_h||_2 < 1";
          case LOCALLY_PLAUSIBLE ->
              "only locally plausible, since ||W_h||_2 < 1, which would prove it, fails";
          case UNSTABLE ->
              "unstable at rest, since the spectral radius at the zero state is not below 1";
        };
    return Words.format(
        "%s: %s (||W_h||_2 = %.4g, spectral radius of (1 - alpha) I + alpha W_h = %.4g); the"
            + " memristive conditions do not apply to tanh neurons.",
        kind.id(), meaning, conditions.spectralNorm(), conditions.spectralRadius());
  }

  /** {@return the verdict, then the advice} */
  public List<String> sentences() {
    List<String> lines = new ArrayList<>();
    lines.add("Verdict: " + verdict());
    lines.addAll(changes());
    report.noise().ifPresent(noise -> lines.add(withNoise(noise)));
    return lines;
  }

  private static String withNoise(StabilityReport.WithNoise noise) {
    NoisyContraction theory = noise.contraction();
    String contraction =
        theory.bound().holds()
            ? Words.format(
                "two solutions under the same draws contract in mean square, by %.4g per step, as"
                    + " long as states stay in [0, 1]",
                theory.bound().rate())
            : "no condition proves that two solutions under the same draws contract in mean square";
    return "With its noise, "
        + contraction
        + (theory.jumps() ? ", down to the size of the jumps" : "")
        + Words.format(
            "; measured: %.4g per step, and %.2g %% of the states outside of [0, 1].",
            noise.measured().rate(), 100 * noise.measured().outside());
  }

  private String verdict() {
    StabilityConditions conditions = report.conditions();
    Verdict verdict = conditions.verdict();
    return switch (verdict) {
      case GLOBALLY_STABLE ->
          verdict.words() + " for any input, proved by " + conditions.provedBy().orElseThrow();
      case LOCALLY_PLAUSIBLE ->
          verdict.words()
              + "; uncoupled neurons forget (Theorem V.6), but no condition proves it for any"
              + " input";
      case UNSTABLE -> verdict.words() + "; the necessary condition of Theorem V.6 fails";
    };
  }

  private List<String> changes() {
    List<String> changes = new ArrayList<>();
    Remedies remedies = report.remedies();
    boolean stable = report.conditions().verdict() == Verdict.GLOBALLY_STABLE;
    double factor = remedies.couplingFactor();
    if (factor > 0 && Double.isFinite(factor)) {
      changes.add(Words.format("W_h times less than %s", down(factor)));
    }
    deltaT(remedies.deltaTFactor()).ifPresent(changes::add);
    if (remedies.largestGamma().isPresent() && !(stable && isOne(remedies.largestGamma()))) {
      changes.add("gamma at most " + down(remedies.largestGamma().getAsDouble()));
    }
    if (report.conditions().verdict() == Verdict.UNSTABLE) {
      return List.of(
          necessary(remedies), changes.isEmpty() ? NOTHING_ALONE : advice(false, changes));
    }
    return List.of(changes.isEmpty() ? NOTHING_ALONE : advice(stable, changes));
  }

  private static String advice(boolean stable, List<String> changes) {
    String lead = stable ? "It stays proved with " : "To have it proved, take ";
    return lead + String.join(", or ", changes) + (changes.size() > 1 ? "; each by itself." : ".");
  }

  private static String necessary(Remedies remedies) {
    return Words.format(
        "Theorem V.6 needs deltaT below %s, the unit cube deltaT at most %s; the exact step"
            + " (--integration EXACT) meets both with any.",
        down(remedies.necessaryDeltaT()), down(remedies.unitCubeDeltaT()));
  }

  private Optional<String> deltaT(OptionalDouble factor) {
    if (factor.isEmpty()) {
      return Optional.empty();
    }
    double[] steps = report.subject().dynamics().deltaT().toArray();
    return Optional.of(
        steps.length == 1
            ? "deltaT at most " + down(steps[0] * factor.getAsDouble())
            : "every deltaT times at most " + down(factor.getAsDouble()));
  }

  private static boolean isOne(OptionalDouble value) {
    return value.getAsDouble() == 1;
  }

  /** Three digits, rounded down: what is printed still holds. */
  private static String down(double value) {
    BigDecimal exact = new BigDecimal(value);
    return exact.round(new MathContext(3, RoundingMode.DOWN)).stripTrailingZeros().toPlainString();
  }
}
