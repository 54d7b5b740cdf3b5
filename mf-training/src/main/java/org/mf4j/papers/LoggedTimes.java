package org.mf4j.papers;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.mf4j.models.ModelKind;

/** How long the authors' own model selection took, as far as their logs say. */
public final class LoggedTimes {
  private static final Map<ModelKind, Map<String, Duration>> SELECTION =
      Map.of(
          ModelKind.MF_ESN,
              Map.of(
                  "SyntheticControl", Duration.ofMinutes(81),
                  "GunPoint", Duration.ofMinutes(145),
                  "FloodModeling1", Duration.ofMinutes(360)),
          ModelKind.MF_RNN, Map.of("SyntheticControl", Duration.ofMinutes(169)));

  private static final Map<ModelKind, Duration> ALL_TASKS =
      Map.of(
          ModelKind.MF_ESN, Duration.ofHours(38),
          ModelKind.MF_RNN, Duration.ofHours(33),
          ModelKind.ESN, Duration.ofMinutes(390));

  private LoggedTimes() {}

  /**
   * The time of the selection of one model on one task.
   *
   * @param kind the model
   * @param dataset the data set
   * @return empty where it is not known
   */
  public static Optional<Duration> selection(ModelKind kind, String dataset) {
    return Optional.ofNullable(SELECTION.getOrDefault(kind, Map.of()).get(dataset));
  }

  /**
   * The time of the selection of one model on all ten tasks of [APL].
   *
   * @param kind the model
   * @return empty where it is not known
   */
  public static Optional<Duration> allTasks(ModelKind kind) {
    return Optional.ofNullable(ALL_TASKS.get(kind));
  }
}
