package org.mf4j.models;

import java.util.LinkedHashMap;
import java.util.Map;
import org.mf4j.training.TrainingOptions;

/**
 * Backpropagation through time: recurrent weights and readout are trained end to end.
 *
 * @param training how
 */
public record GradientLearning(TrainingOptions training) implements Learning {
  @Override
  public Map<String, Object> describe() {
    Map<String, Object> options = new LinkedHashMap<>();
    options.put("learningRate", training.learningRate());
    options.put("batchSize", training.batchSize());
    options.put("epochs", training.epochs());
    options.put("patience", training.patience());
    return options;
  }
}
