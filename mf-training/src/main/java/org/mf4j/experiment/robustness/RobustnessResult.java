package org.mf4j.experiment.robustness;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mf4j.hardware.NonidealityKind;
import org.mf4j.models.Metric;
import org.mf4j.models.Scores;
import org.mf4j.search.TrialResult;

/**
 * What was found.
 *
 * @param metric how scores are to be read
 * @param points one per case, in their order; of a run that was stopped, with the scores that there
 *     are
 * @param done how many scores and failures there are
 * @param trials how many there will be
 */
public record RobustnessResult(Metric metric, List<Point> points, int done, int trials) {
  /** The points are a copy. */
  public RobustnessResult {
    points = List.copyOf(points);
  }

  /**
   * The scores of a case.
   *
   * @param what what they are of
   * @param scores one per draw that succeeded
   * @param failures why others did not, in words
   */
  public record Point(Case what, Scores scores, List<String> failures) {}

  static RobustnessResult of(
      Metric metric, List<Case> cases, int draws, List<TrialResult> finished) {
    Map<String, TrialResult> byId =
        finished.stream()
            .collect(Collectors.toMap(one -> key(one.configuration(), one.draw()), one -> one));
    List<Point> points = new ArrayList<>();
    int done = 0;
    for (Case one : cases) {
      List<TrialResult> own =
          IntStream.range(0, draws)
              .mapToObj(draw -> Optional.ofNullable(byId.get(key(one.id(), draw))))
              .flatMap(Optional::stream)
              .toList();
      done += own.size();
      List<Double> scores =
          own.stream()
              .map(TrialResult::score)
              .filter(OptionalDouble::isPresent)
              .map(OptionalDouble::getAsDouble)
              .toList();
      List<String> failures =
          own.stream().map(TrialResult::failure).flatMap(Optional::stream).toList();
      points.add(new Point(one, new Scores(scores), failures));
    }
    return new RobustnessResult(metric, points, done, cases.size() * draws);
  }

  private static String key(String id, int draw) {
    return id + "\n" + draw;
  }

  /** {@return whether all scores are there} */
  public boolean isComplete() {
    return done == trials;
  }

  /**
   * The curve of a model: its points over the strength of one non-ideality.
   *
   * @param model its name
   * @param kind the non-ideality
   * @param refit whether the readout was fitted again
   * @return from harmless to harmful; empty if the model has no such curve
   */
  public List<Point> curve(String model, NonidealityKind kind, boolean refit) {
    return points.stream()
        .filter(point -> point.what().model().equals(model))
        .filter(point -> point.what().kind().equals(Optional.of(kind)))
        .filter(point -> point.what().refit() == refit)
        .toList();
  }

  /**
   * The scores of a model as it was fitted.
   *
   * @param model its name
   * @param refit whether the readout was fitted again
   * @return the scores
   * @throws java.util.NoSuchElementException if there is no such model
   */
  public Scores asFitted(String model, boolean refit) {
    return points.stream()
        .filter(point -> point.what().model().equals(model))
        .filter(point -> point.what().kind().isEmpty() && point.what().refit() == refit)
        .findFirst()
        .orElseThrow()
        .scores();
  }

  /**
   * The strength at which a model loses a share of its score: where the mean score first is worse
   * than that of the model as it was fitted, with its readout kept, times 1 - loss (accuracy) or 1
   * + loss (RMSE). Between the strengths that were measured, and from the one at which nothing
   * deviates to the first of them, scores are taken to be linear, in the logarithm of the strength
   * where the non-ideality has a logarithmic scale.
   *
   * @param model its name
   * @param kind the non-ideality
   * @param refit whether the readout was fitted again
   * @param loss the share, for example 0.01
   * @return empty if no measured strength costs as much, or a score is missing; the first measured
   *     strength if it does already, of levels
   */
  public OptionalDouble strengthOfLoss(
      String model, NonidealityKind kind, boolean refit, double loss) {
    double asFitted = asFitted(model, false).mean();
    double limit = metric == Metric.ACCURACY ? asFitted * (1 - loss) : asFitted * (1 + loss);
    OptionalDouble before = kind.harmless();
    double scoreBefore = asFitted(model, refit).mean();
    for (Point point : curve(model, kind, refit)) {
      double strength = point.what().strength();
      double score = point.scores().mean();
      if (metric.isBetter(limit, score)) {
        // A readout that is fitted again may be worse before anything deviates.
        boolean already = before.isEmpty() || metric.isBetter(limit, scoreBefore);
        double share = already ? 1 : (limit - scoreBefore) / (score - scoreBefore);
        return OptionalDouble.of(between(kind, before.orElse(strength), strength, share));
      }
      before = OptionalDouble.of(strength);
      scoreBefore = score;
    }
    return OptionalDouble.empty();
  }

  private static double between(NonidealityKind kind, double from, double to, double share) {
    return kind.isLogarithmic() ? from * Math.pow(to / from, share) : from + share * (to - from);
  }
}
