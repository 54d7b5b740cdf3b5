package org.mf4j.cli.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mf4j.cli.output.Words;
import org.mf4j.figures.report.Report;
import org.mf4j.figures.results.LearningCurves;
import org.mf4j.figures.style.Palette;
import org.mf4j.models.ModelKind;
import org.mf4j.training.EpochListener;

/** The losses of the epochs of this run, and the page that draws them. */
final class TrainingCurves {
  private final boolean validates;
  private final List<Double> trained = new ArrayList<>();
  private final List<Double> decisive = new ArrayList<>();
  private int before;

  /**
   * No epochs yet.
   *
   * @param validates whether the loss that decides is one of series that are not trained on
   */
  TrainingCurves(boolean validates) {
    this.validates = validates;
  }

  /** The listener that notes what it is told, and tells it another. */
  EpochListener telling(EpochListener told) {
    return new EpochListener.Forwarding(told) {
      @Override
      public void onTrained(double loss) {
        trained.add(loss);
        super.onTrained(loss);
      }

      @Override
      public void onEpoch(int epoch, int epochs, double loss) {
        before = epoch - trained.size();
        decisive.add(loss);
        super.onEpoch(epoch, epochs, loss);
      }
    };
  }

  /** The page. */
  Report page(ModelKind kind, Map<String, String> provenance) {
    Report report = Report.of("Training of " + kind.title());
    return (trained.isEmpty()
            ? report.paragraphs(
                List.of("Nothing was trained by gradients: there is no loss to draw."))
            : report.paragraphs(List.of(epochs())).pictures(List.of(curves().figure())))
        .heading("Provenance")
        .entries(provenance);
  }

  private String epochs() {
    int last = trained.size() - 1;
    return Words.format(
        "%d epoch%s%s. The last one: training loss %.4f%s.",
        trained.size(),
        trained.size() == 1 ? "" : "s",
        before > 0 ? " after " + before + " before the interruption, which are not drawn" : "",
        trained.get(last),
        isTrained() ? "" : Words.format(", %s %.4f", title(), decisive.get(last)));
  }

  private LearningCurves curves() {
    List<LearningCurves.Curve> all = new ArrayList<>();
    all.add(curve("training", Palette.BLUE, trained));
    if (!isTrained()) {
      all.add(curve(title(), Palette.ORANGE, decisive));
    }
    return new LearningCurves(all);
  }

  /** The papers watch what training itself sees. */
  private boolean isTrained() {
    return decisive.equals(trained);
  }

  private String title() {
    return validates ? "validation" : "training, after the epoch";
  }

  private static LearningCurves.Curve curve(String name, Palette colour, List<Double> losses) {
    return new LearningCurves.Curve(
        name, colour, List.of(losses.stream().mapToDouble(Double::doubleValue).toArray()));
  }
}
