package org.mf4j.readout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The training set after one pass: the rows themselves while they are at most as many as features,
 * then statistics. Rows that are needed again are kept as long as they fit {@link #KEPT_NUMBERS} or
 * N<sup>2</sup> numbers, and read from the source again otherwise: O(N<sup>2</sup>) memory and 32
 * MiB.
 */
final class TrainingRows {
  /** 32 MiB: a second pass through a network costs more than most sets take. */
  private static final long KEPT_NUMBERS = 1L << 22;

  private final RowSource source;
  private final boolean neededAgain;
  private final RidgeOptions options;
  private final long keptNumbers;
  private final List<Panel> kept = new ArrayList<>();
  // None as long as there are at most as many rows as features: they may be too many to square.
  private RunningStatistics statistics;
  private int summed;
  private boolean complete = true;
  private long rows;
  private DualRidge dual;

  /**
   * Reads the source once.
   *
   * @param source the training set
   * @param neededAgain whether {@link #forEachPanel} will be called
   * @param options standardisation, and which lambdas will be asked for
   */
  TrainingRows(RowSource source, boolean neededAgain, RidgeOptions options) {
    this(source, neededAgain, options, KEPT_NUMBERS);
  }

  TrainingRows(RowSource source, boolean neededAgain, RidgeOptions options, long keptNumbers) {
    this.keptNumbers = keptNumbers;
    this.source = source;
    this.neededAgain = neededAgain;
    this.options = options;
    stream(this::add);
    if (rows == 0) {
      throw new IllegalStateException("there are no examples; ridge regression needs at least 1");
    }
  }

  /** The solutions for every lambda, from one reduction of the smaller matrix. */
  RidgeSolutions solutions() {
    if (rows > source.features()) {
      RunningStatistics all = statistics;
      statistics = null;
      return PrimalRidge.of(all, options.standardise(), options.triedLambdas());
    }
    dual = DualRidge.of(kept, options.standardise(), options.triedLambdas());
    kept.clear();
    return dual.solutions();
  }

  /**
   * {@return the dual problem after {@link #solutions()}, if there are at most as many rows as
   * features}
   */
  Optional<DualRidge> dual() {
    return Optional.ofNullable(dual);
  }

  /** All rows again. */
  void forEachPanel(Consumer<Panel> consumer) {
    if (complete) {
      kept.forEach(consumer);
    } else {
      stream(
          panel -> {
            consumer.accept(panel);
            panel.close();
          });
    }
  }

  private void stream(Consumer<Panel> consumer) {
    Panel.forEach(source, consumer);
  }

  private void add(Panel panel) {
    rows += panel.rows();
    kept.add(panel);
    if (rows > source.features()) {
      if (statistics == null) {
        statistics = new RunningStatistics(source.features(), source.targets());
      }
      while (summed < kept.size()) {
        statistics.add(kept.get(summed++));
      }
      if (!neededAgain || rows * source.features() > limit()) {
        forget();
      }
    }
  }

  private long limit() {
    long features = source.features();
    return complete ? Math.max(keptNumbers, features * features) : 0;
  }

  private void forget() {
    kept.forEach(Panel::close);
    kept.clear();
    summed = 0;
    complete = false;
  }
}
