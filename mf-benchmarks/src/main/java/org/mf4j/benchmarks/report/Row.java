package org.mf4j.benchmarks.report;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A line of the table.
 *
 * @param what was measured
 * @param threads how many
 * @param measured the number
 * @param other the time it is compared with, if it is a time and compared
 * @param target what is to be reached, if anything
 * @param benchmark to give to mf-benchmarks/run
 */
record Row(
    String what,
    int threads,
    Quantity measured,
    Optional<Other> other,
    Optional<Target> target,
    String benchmark) {
  static final String HEAD =
      """
      | what | threads | measured | beside | times as fast | target | met | benchmark |
      |--|--|--|--|--|--|--|--|
      """;

  /** What a time is compared with. */
  record Other(String name, Quantity time) {}

  /** A bound for the number or, if {@code ofRatio}, for how many times as fast it is. */
  record Target(boolean ofRatio, boolean atLeast, Quantity.Kind kind, double limit) {
    boolean isMetBy(double value) {
      return atLeast ? value >= limit : value <= limit;
    }

    @Override
    public String toString() {
      return (atLeast ? "≥ " : "≤ ") + (ofRatio ? ratioText(limit) : kind.format(limit));
    }
  }

  /** A number that is only stated. */
  static Row of(String what, int threads, Quantity measured, String benchmark) {
    return new Row(what, threads, measured, Optional.empty(), Optional.empty(), benchmark);
  }

  Row beside(String name, Quantity time) {
    return new Row(what, threads, measured, Optional.of(new Other(name, time)), target, benchmark);
  }

  /** With a target for how many times as fast as the other it is. */
  Row timesAsFast(double limit) {
    return with(new Target(true, true, measured.kind(), limit));
  }

  Row atLeast(double limit) {
    return with(new Target(false, true, measured.kind(), limit));
  }

  Row atMost(double limit) {
    return with(new Target(false, false, measured.kind(), limit));
  }

  private Row with(Target newTarget) {
    return new Row(what, threads, measured, other, Optional.of(newTarget), benchmark);
  }

  String markdown() {
    return String.join(
        " | ",
        "| " + what,
        String.valueOf(threads),
        measured.toString(),
        other.map(o -> o.name() + " " + o.time()).orElse(""),
        other.isPresent() ? text(ratio()) : "",
        target.map(Target::toString).orElse(""),
        target.map(this::verdict).orElse(""),
        "`" + benchmark + "` |\n");
  }

  private OptionalDouble ratio() {
    return other.map(o -> o.time().dividedBy(measured)).orElse(OptionalDouble.empty());
  }

  private String verdict(Target goal) {
    OptionalDouble value = goal.ofRatio() ? ratio() : measured.value();
    if (value.isEmpty()) {
      return "-";
    }
    return goal.isMetBy(value.getAsDouble()) ? "yes" : "no";
  }

  private static String text(OptionalDouble ratio) {
    return ratio.isPresent() ? ratioText(ratio.getAsDouble()) : "-";
  }

  private static String ratioText(double ratio) {
    return String.format(Locale.ROOT, ratio < 10 ? "%.2f" : "%.0f", ratio);
  }
}
