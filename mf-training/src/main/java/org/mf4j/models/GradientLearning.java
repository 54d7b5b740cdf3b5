package org.mf4j.models;

import java.util.LinkedHashMap;
import java.util.Map;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.mf4j.data.SeriesIterator;
import org.mf4j.data.SeriesSet;
import org.mf4j.data.TargetCoding;
import org.mf4j.networks.Head;
import org.mf4j.random.SeededRandom;
import org.mf4j.training.EpochListener;
import org.mf4j.training.TrainableNetwork;
import org.mf4j.training.Trainer;
import org.mf4j.training.TrainingOptions;

/**
 * Backpropagation through time: recurrent weights and readout are trained end to end.
 *
 * @param training how
 */
public record GradientLearning(TrainingOptions training) implements Learning {
  @Override
  public MultiLayerNetwork fit(
      CellSettings cell, int units, SeriesSet train, SeededRandom random, EpochListener listener)
      throws InterruptedException {
    TargetCoding coding = TargetCoding.of(train);
    BaseRecurrentLayer layer = cell.layer(train.channels(), units, random);
    MultiLayerNetwork network =
        TrainableNetwork.assemble(
            layer, head(coding), coding.columns(train), training.learningRate(), random.split());
    SeriesIterator batches =
        SeriesIterator.shuffled(train, coding, training.batchSize(), random.nextLong());
    new Trainer(training, listener).fit(network, batches);
    return network;
  }

  private static Head head(TargetCoding coding) {
    return switch (coding) {
      case BINARY -> Head.BINARY;
      case ONE_HOT, PLUS_MINUS_ONE -> Head.SOFTMAX;
      case REGRESSION -> Head.LINEAR;
    };
  }

  @Override
  public Map<String, Object> describe() {
    Map<String, Object> options = new LinkedHashMap<>();
    options.put("learningRate", training.learningRate());
    options.put("batchSize", training.batchSize());
    options.put("epochs", training.epochs());
    options.put("patience", training.patience());
    options.put("restoreBest", training.restoreBest());
    return options;
  }
}
