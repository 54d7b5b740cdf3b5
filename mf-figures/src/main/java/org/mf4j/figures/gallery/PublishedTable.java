package org.mf4j.figures.gallery;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.mf4j.figures.results.ScoreBars;
import org.mf4j.models.ModelKind;
import org.mf4j.papers.PaperTask;
import org.mf4j.papers.PublishedScore;

/** Table IV of [APL] as bars: the tasks with classes, and those with numbers. */
final class PublishedTable {
  private PublishedTable() {}

  static List<ScoreBars> pictures() {
    Predicate<PaperTask> regression = task -> task.dataset().startsWith("FloodModeling");
    return List.of(
        bars(
            "table-4-accuracy",
            "Published accuracies (Table IV of the APL paper)",
            "test accuracy",
            regression.negate()),
        bars(
            "table-4-rmse",
            "Published errors (Table IV of the APL paper)",
            "test RMSE (units of the target)",
            regression));
  }

  private static ScoreBars bars(
      String name, String title, String measure, Predicate<PaperTask> tasks) {
    return new ScoreBars(
        name,
        title,
        measure,
        PaperTask.all().stream().filter(tasks).flatMap(PublishedTable::bars).toList());
  }

  private static Stream<ScoreBars.Bar> bars(PaperTask task) {
    return task.published().keySet().stream().sorted().map(kind -> bar(task, kind));
  }

  private static ScoreBars.Bar bar(PaperTask task, ModelKind kind) {
    PublishedScore score = task.published(kind);
    return new ScoreBars.Bar(
        task.dataset(), kind.title(), ModelColours.of(kind).color(), score.mean(), score.std());
  }
}
