package org.mf4j.search;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.mf4j.models.Learning;
import org.mf4j.models.ModelSettings;
import org.mf4j.models.ReservoirLearning;
import org.mf4j.models.TrajectoryLearning;
import org.mf4j.readout.LambdaRule;
import org.mf4j.readout.RidgeOptions;
import org.mf4j.reservoir.ReservoirOptions;
import org.mf4j.reservoir.devices.Distribution;
import org.mf4j.reservoir.input.InputWeights;
import org.mf4j.reservoir.input.IntervalInput;
import org.mf4j.reservoir.input.UniformInput;
import org.mf4j.reservoir.topology.CircularLaw;
import org.mf4j.reservoir.topology.Topology;
import org.mf4j.reservoir.topology.Uncoupled;

/** Settings with another number of the reservoir or its readout; empty where there is none. */
final class ReservoirChange {
  private ReservoirChange() {}

  static Optional<ModelSettings> inputScaling(ModelSettings settings, double omega) {
    return reservoir(settings, options -> options.withInput(new UniformInput(omega)));
  }

  static Optional<ModelSettings> inputCentre(ModelSettings settings, double centre) {
    return interval(settings, old -> new IntervalInput(centre, old.spread()));
  }

  static Optional<ModelSettings> inputSpread(ModelSettings settings, double spread) {
    return interval(settings, old -> new IntervalInput(old.centre(), spread));
  }

  static Optional<ModelSettings> biasScaling(ModelSettings settings, double beta) {
    return reservoir(settings, options -> options.withBiasScaling(new Distribution.Constant(beta)));
  }

  static Optional<ModelSettings> spectralRadius(ModelSettings settings, double rho) {
    return reservoir(settings, options -> options.withTopology(radius(options, rho)));
  }

  private static Topology radius(ReservoirOptions options, double rho) {
    return options.topology() instanceof Uncoupled ? new Uncoupled(rho) : new CircularLaw(rho);
  }

  static Optional<ModelSettings> lambda(ModelSettings settings, double lambda) {
    if (settings.learning() instanceof ReservoirLearning old) {
      return with(settings, new ReservoirLearning(old.reservoir(), lambda));
    }
    if (settings.learning() instanceof TrajectoryLearning old) {
      RidgeOptions fixed = old.readout().withLambda(new LambdaRule.Fixed(lambda));
      return with(
          settings, new TrajectoryLearning(old.lags(), old.reservoir(), old.summaries(), fixed));
    }
    return Optional.empty();
  }

  /** Empty unless all input weights come from one interval. */
  private static Optional<ModelSettings> interval(
      ModelSettings settings, UnaryOperator<IntervalInput> change) {
    return options(settings)
        .flatMap(options -> interval(options.input()))
        .flatMap(old -> reservoir(settings, options -> options.withInput(change.apply(old))));
  }

  private static Optional<IntervalInput> interval(InputWeights input) {
    if (input instanceof UniformInput uniform
        && uniform.inputScaling() instanceof Distribution.Constant omega) {
      return Optional.of(new IntervalInput(0, omega.value()));
    }
    return input instanceof IntervalInput drawn ? Optional.of(drawn) : Optional.empty();
  }

  private static Optional<ReservoirOptions> options(ModelSettings settings) {
    if (settings.learning() instanceof ReservoirLearning learning) {
      return Optional.of(learning.reservoir());
    }
    return settings.learning() instanceof TrajectoryLearning learning
        ? Optional.of(learning.reservoir())
        : Optional.empty();
  }

  private static Optional<ModelSettings> reservoir(
      ModelSettings settings, UnaryOperator<ReservoirOptions> change) {
    if (settings.learning() instanceof ReservoirLearning old) {
      return with(settings, new ReservoirLearning(change.apply(old.reservoir()), old.lambda()));
    }
    if (settings.learning() instanceof TrajectoryLearning old) {
      ReservoirOptions changed = change.apply(old.reservoir());
      return with(
          settings, new TrajectoryLearning(old.lags(), changed, old.summaries(), old.readout()));
    }
    return Optional.empty();
  }

  private static Optional<ModelSettings> with(ModelSettings settings, Learning learning) {
    return Optional.of(new ModelSettings(settings.units(), settings.cell(), learning));
  }
}
