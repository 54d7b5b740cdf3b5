package org.mf4j.models;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.mf4j.data.SeriesIterator;
import org.mf4j.data.TargetCoding;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.layers.InputDifferences;
import org.mf4j.networks.FeatureRange;
import org.mf4j.networks.RecurrentWeights;
import org.mf4j.networks.TrajectoryNetwork;
import org.mf4j.random.SeededRandom;
import org.mf4j.readout.LambdaRule;
import org.mf4j.readout.RidgeOptions;
import org.mf4j.readout.RidgeReadout;
import org.mf4j.reservoir.ReservoirOptions;
import org.mf4j.summaries.Summary;
import org.mf4j.summaries.SummaryOptions;
import org.mf4j.training.EpochListener;

/**
 * Reservoir computing on whole trajectories: the reservoir sees the series and its differences at
 * several lags, every neuron is read by summaries of its trajectory, features are clipped to their
 * range over the training set, and the readout is solved by ridge regression. Everything that
 * depends on the training set (the scales of the inputs, the ranges, the readout) ends up in the
 * weights of an ordinary network.
 *
 * @param lags the distances k of the differences x(t) - x(t-k), in steps, at least one
 * @param reservoir how the weights are drawn, for an input of 1 + lags views of every channel
 * @param summaries the features
 * @param readout how the ridge regression is fitted
 */
public record TrajectoryLearning(
    List<Integer> lags, ReservoirOptions reservoir, SummaryOptions summaries, RidgeOptions readout)
    implements Learning {
  /** Bounds the memory of a forward pass. */
  private static final int BATCH_SIZE = 64;

  /** Copies. */
  public TrajectoryLearning {
    lags = List.copyOf(lags);
  }

  @Override
  public MultiLayerNetwork fit(
      CellSettings cell, int units, SeriesSet train, SeededRandom random, EpochListener listener) {
    TargetCoding coding =
        train.isClassification() ? TargetCoding.PLUS_MINUS_ONE : TargetCoding.REGRESSION;
    int nIn = train.channels() * (1 + lags.size());
    BaseRecurrentLayer layer = cell.layer(nIn, units, random);
    RecurrentWeights weights = reservoir.draw(nIn, units, random);
    MultiLayerNetwork network =
        TrajectoryNetwork.frozen(
            new InputDifferences(1, lags.stream().mapToInt(lag -> lag).toArray()),
            layer,
            InputScales.of(train, lags).applyTo(weights),
            summaries,
            coding.columns(train));
    SeriesIterator examples = SeriesIterator.inOrder(train, coding, BATCH_SIZE);
    FeatureRange.fit(network, examples);
    new RidgeReadout(readout).fit(network, examples);
    return network;
  }

  @Override
  public Map<String, Object> describe() {
    Map<String, Object> options = new LinkedHashMap<>();
    options.put("lags", lags);
    options.putAll(reservoir.describe());
    options.put("summaries", summaries.summaries().stream().map(TrajectoryLearning::name).toList());
    options.put("lambda", lambda(readout.lambda()));
    return options;
  }

  private static String name(Summary summary) {
    return summary.toString().replace("[]", "");
  }

  private static Object lambda(LambdaRule rule) {
    return rule instanceof LambdaRule.Fixed fixed
        ? (Object) fixed.lambda()
        : rule.getClass().getSimpleName();
  }
}
