package org.mf4j.models;

import java.util.Map;

/** How a model comes by its weights. */
public sealed interface Learning permits ReservoirLearning, GradientLearning {
  /**
   * The options by their names.
   *
   * @return names and values, in the order in which the papers list them
   */
  Map<String, Object> describe();
}
