package org.mf4j.experiment;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.mf4j.models.ModelKind;

/** Keeps what a comparison tells and its results leave out: losses and predictions. */
public final class ComparisonRecord implements ComparisonListener {
  private final Map<ModelKind, List<List<Double>>> losses = new EnumMap<>(ModelKind.class);
  private final Map<ModelKind, List<double[]>> predictions = new EnumMap<>(ModelKind.class);

  /** Starts empty. */
  public ComparisonRecord() {}

  @Override
  public void onTrialStart(ModelKind kind, int trial, int trials) {
    losses.computeIfAbsent(kind, any -> new ArrayList<>()).add(new ArrayList<>());
  }

  @Override
  public void onEpoch(ModelKind kind, int trial, int epoch, int epochs, double loss) {
    losses.get(kind).get(trial - 1).add(loss);
  }

  @Override
  public void onPredictions(ModelKind kind, int trial, double[] values) {
    predictions.computeIfAbsent(kind, any -> new ArrayList<>()).add(values.clone());
  }

  /**
   * The training losses of a model.
   *
   * @param kind the model
   * @return per trial the loss of every epoch; empty for a model without epochs
   */
  public List<double[]> losses(ModelKind kind) {
    return losses.getOrDefault(kind, List.of()).stream()
        .filter(trial -> !trial.isEmpty())
        .map(trial -> trial.stream().mapToDouble(Double::doubleValue).toArray())
        .toList();
  }

  /**
   * The predictions of a model on the test set.
   *
   * @param kind the model
   * @return per trial one value per test series, as {@code FittedModel.predict} gives them
   */
  public List<double[]> predictions(ModelKind kind) {
    return List.copyOf(predictions.getOrDefault(kind, List.of()));
  }
}
