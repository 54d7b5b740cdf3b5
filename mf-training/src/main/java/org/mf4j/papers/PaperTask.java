package org.mf4j.papers;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mf4j.models.ModelKind;
import org.mf4j.models.ModelSettings;

/**
 * A task of [APL]: the settings that its authors selected (Tables V-VIII) and the scores that they
 * published (Table IV).
 *
 * @param dataset the name of the data set as the archive spells it
 * @param settings the selected settings of the paper's four models
 * @param published the published scores of the same models
 */
public record PaperTask(
    String dataset,
    Map<ModelKind, ModelSettings> settings,
    Map<ModelKind, PublishedScore> published) {
  private static final String EQUAL_LENGTH = "_eq";

  /** The maps are copies. */
  public PaperTask {
    settings = Map.copyOf(settings);
    published = Map.copyOf(published);
  }

  /**
   * All tasks.
   *
   * @return the ten tasks in the order of the tables
   */
  public static List<PaperTask> all() {
    return AplTables.TASKS;
  }

  /**
   * The task of a data set.
   *
   * @param dataset its name as the archive spells it; a name that ends in {@code _eq} (the
   *     archive's equal-length files) is the task without that ending
   * @return the task, if the paper has it
   */
  public static Optional<PaperTask> of(String dataset) {
    String name =
        dataset.endsWith(EQUAL_LENGTH)
            ? dataset.substring(0, dataset.length() - EQUAL_LENGTH.length())
            : dataset;
    return all().stream().filter(task -> task.dataset.equals(name)).findFirst();
  }

  /**
   * The task whose settings serve a data set that the paper does not have: SyntheticControl for
   * classification (also for generated control charts), FloodModeling1 for regression.
   *
   * @param classification whether the target is a class
   * @return the task
   */
  public static PaperTask defaultFor(boolean classification) {
    return of(classification ? "SyntheticControl" : "FloodModeling1").orElseThrow();
  }

  /**
   * The settings that the authors selected.
   *
   * @param kind the model
   * @return its settings
   * @throws IllegalArgumentException if the paper does not have the model
   */
  public ModelSettings settings(ModelKind kind) {
    return ofPaper(kind, settings);
  }

  /**
   * The published score.
   *
   * @param kind the model
   * @return mean and standard deviation
   * @throws IllegalArgumentException if the paper does not have the model
   */
  public PublishedScore published(ModelKind kind) {
    return ofPaper(kind, published);
  }

  private static <T> T ofPaper(ModelKind kind, Map<ModelKind, T> all) {
    if (!all.containsKey(kind)) {
      throw new IllegalArgumentException("model " + kind.id() + ": the paper does not have it");
    }
    return all.get(kind);
  }
}
