package org.mf4j.cli.text;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import me.tongfei.progressbar.ProgressState;

/**
 * Foretells the time that is left from the mean duration of the steps that are done. The progress
 * bar's own estimate grows while a long step runs, since it credits time to finished steps only;
 * this one falls, to the time of the steps that have not begun.
 */
final class StepEta implements Function<ProgressState, Optional<Duration>> {
  private long done;
  private Duration doneAfter = Duration.ZERO;

  @Override
  public Optional<Duration> apply(ProgressState state) {
    return left(state.getCurrent(), state.getMax(), state.getTotalElapsed());
  }

  /** The time left after so much time; empty before the first step is done. */
  Optional<Duration> left(long current, long max, Duration elapsed) {
    if (current != done) {
      done = current;
      doneAfter = elapsed;
    }
    if (done == 0) {
      return Optional.empty();
    }
    Duration perStep = doneAfter.dividedBy(done);
    Duration left = perStep.multipliedBy(max - done).minus(elapsed.minus(doneAfter));
    Duration notBegun = perStep.multipliedBy(Math.max(0, max - done - 1));
    return Optional.of(left.compareTo(notBegun) < 0 ? notBegun : left);
  }
}
