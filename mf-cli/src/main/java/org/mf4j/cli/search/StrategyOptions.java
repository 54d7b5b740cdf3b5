package org.mf4j.cli.search;

import org.mf4j.cli.options.Converter;
import org.mf4j.data.series.Split;
import org.mf4j.models.ModelKind;
import org.mf4j.papers.AplGrids;
import org.mf4j.search.SearchOptions;
import org.mf4j.search.Strategy;
import org.mf4j.search.Validation;
import picocli.CommandLine.Option;

/** The options that say how a grid is searched. */
final class StrategyOptions {
  @Option(
      names = "--strategy",
      paramLabel = "NAME",
      defaultValue = "grid",
      description =
          "grid: every configuration. random: --samples of them. halving: all with little effort,"
              + " the best 1/--factor with --factor times as much (draws; epochs for rnn and"
              + " mf-rnn), and so on. Default: ${DEFAULT-VALUE}.")
  private Name name;

  @Option(
      names = "--samples",
      paramLabel = "N",
      defaultValue = "50",
      converter = Converter.Count.class,
      description = "Configurations of --strategy random. Default: ${DEFAULT-VALUE}.")
  private int samples;

  @Option(
      names = "--factor",
      paramLabel = "N",
      defaultValue = "3",
      converter = Converter.Count.class,
      description = "Factor of --strategy halving. Default: ${DEFAULT-VALUE}.")
  private int factor;

  @Option(
      names = "--folds",
      paramLabel = "N",
      converter = Converter.Count.class,
      description =
          "Cross-validate with so many folds. Default: a fifth is held out, as in the paper.")
  private Integer folds;

  @Option(
      names = "--draws",
      paramLabel = "N",
      converter = Converter.Count.class,
      description =
          "Trials per configuration. Default, as in the paper: 5 for reservoirs, 1 for rnn and"
              + " mf-rnn.")
  private Integer draws;

  private enum Name {
    grid,
    random,
    halving
  }

  SearchOptions of(ModelKind kind, long seed) {
    return new SearchOptions(
        strategy(),
        folds == null
            ? new Validation.HoldOut(Split.VALIDATION_FRACTION)
            : new Validation.KFold(folds),
        draws == null ? AplGrids.draws(kind) : draws,
        seed);
  }

  private Strategy strategy() {
    return switch (name) {
      case grid -> new Strategy.Exhaustive();
      case random -> new Strategy.RandomSample(samples);
      case halving -> new Strategy.Halving(factor);
    };
  }
}
