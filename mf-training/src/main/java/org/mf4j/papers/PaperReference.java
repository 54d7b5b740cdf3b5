package org.mf4j.papers;

import java.util.Optional;
import org.mf4j.data.ControlCharts;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.models.ModelKind;
import org.mf4j.models.ModelSettings;

/**
 * The task of the papers that gives a data set its settings and, where it is the same task, its
 * published scores.
 */
public final class PaperReference {
  private final PaperTask task;
  private final Match match;

  private PaperReference(PaperTask task, Match match) {
    this.task = task;
    this.match = match;
  }

  /**
   * The reference of a data set.
   *
   * @param series the training set, under the archive's name
   * @return its task in the papers, or the default task if they do not have it
   */
  public static PaperReference of(SeriesSet series) {
    return of(series.name(), series.isClassification());
  }

  /**
   * The reference of a data set whose series are elsewhere.
   *
   * @param name its name, as the archive spells it
   * @param classification whether the target is a class
   * @return its task in the papers, or the default task if they do not have it
   */
  public static PaperReference of(String name, boolean classification) {
    boolean generated = name.equals(ControlCharts.NAME);
    Optional<PaperTask> own = PaperTask.of(name);
    PaperTask task = own.orElseGet(() -> PaperTask.defaultFor(classification));
    return new PaperReference(
        task, own.isPresent() ? Match.SAME_DATA : generated ? Match.SAME_PROCESS : Match.DEFAULT);
  }

  /**
   * The settings of a model: those that the papers selected, or the preset of a model that the
   * papers do not have.
   *
   * @param kind the model
   * @return its settings
   * @throws IllegalArgumentException if the papers do not have the model and it has no preset
   */
  public ModelSettings settings(ModelKind kind) {
    return isPapers(kind)
        ? task.settings(kind)
        : kind.preset()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "model %s: the papers do not have it and it has no preset; give its settings"
                            .formatted(kind.id())));
  }

  private boolean isPapers(ModelKind kind) {
    return task.settings().containsKey(kind);
  }

  /**
   * The published score of a model.
   *
   * @param kind the model
   * @return mean and standard deviation; empty if the papers do not have the task or the model
   */
  public Optional<PublishedScore> published(ModelKind kind) {
    return match == Match.DEFAULT || !isPapers(kind)
        ? Optional.empty()
        : Optional.of(task.published(kind));
  }

  /**
   * Where the settings of a model come from.
   *
   * @param kind the model
   * @return for example {@code the papers' for SyntheticControl}
   */
  public String describe(ModelKind kind) {
    return isPapers(kind) ? describe() : "the preset for every data set";
  }

  /**
   * Where the settings of the papers' models come from.
   *
   * @return for example {@code the papers' for SyntheticControl}
   */
  public String describe() {
    return "the papers' for " + task.dataset() + match.remark;
  }

  private enum Match {
    SAME_DATA(""),
    SAME_PROCESS(", which was drawn from the same process"),
    DEFAULT(", the default for a data set that the papers do not have");

    private final String remark;

    Match(String remark) {
      this.remark = remark;
    }
  }
}
