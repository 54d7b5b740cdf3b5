package org.mf4j.examples;

import java.util.stream.LongStream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.mf4j.data.ControlCharts;
import org.mf4j.data.DatasetSplit;
import org.mf4j.hardware.HardwareModel;
import org.mf4j.hardware.Levels;
import org.mf4j.hardware.Placement;
import org.mf4j.hardware.ProgrammingNoise;
import org.mf4j.models.FittedModel;
import org.mf4j.models.GradientLearning;
import org.mf4j.models.ModelFitter;
import org.mf4j.models.ModelKind;
import org.mf4j.models.ModelSettings;
import org.mf4j.models.TrainingSettings;
import org.mf4j.papers.PaperTask;
import org.mf4j.training.EpochListener;
import org.mf4j.training.TrainingOptions;

/**
 * An MF-RNN on chips whose devices have 16 levels and are written with noise: as it was trained,
 * with its readout fitted again on every chip, and trained with noise to begin with.
 */
public final class ImperfectHardware {
  private static final long SEED = 1;
  private static final int CHIPS = 5;

  private ImperfectHardware() {}

  /**
   * Trains two networks and prints their accuracies on perfect and imperfect hardware.
   *
   * @param args the number of epochs; 70 if absent
   * @throws InterruptedException if the thread is interrupted
   */
  public static void main(String[] args) throws InterruptedException {
    int epochs = args.length == 0 ? 70 : Integer.parseInt(args[0]);
    DatasetSplit charts = ControlCharts.generate(ControlCharts.DEFAULT_SEED);
    ModelSettings plain =
        PaperTask.of("SyntheticControl")
            .orElseThrow()
            .settings(ModelKind.MF_RNN)
            .withLearning(new GradientLearning(TrainingOptions.standard().withEpochs(epochs)));
    System.out.printf("%-20s  perfect  on chips  readout refit%n", "MF-RNN trained");
    tell("without noise", plain, charts);
    tell("with noise", plain.with(TrainingSettings.READ_NOISE, 0.05), charts);
  }

  private static void tell(String how, ModelSettings settings, DatasetSplit data)
      throws InterruptedException {
    FittedModel model = new ModelFitter(settings).fit(data.train(), SEED, EpochListener.NONE);
    System.out.printf(
        "%-20s  %.3f    %.3f     %.3f%n",
        how,
        model.score(data.test()),
        onChips(model, chip -> chip, data),
        onChips(model, chip -> settings.learning().refitted(chip, data.train()), data));
  }

  /** The mean accuracy over chips that differ in what was written to them. */
  static double onChips(FittedModel model, Readout readout, DatasetSplit data) {
    return LongStream.range(0, CHIPS)
        .mapToObj(seed -> HardwareModel.of(seed, new Levels(4), new ProgrammingNoise(0.05)))
        .map(chip -> chip.on(Placement.RECURRENT).apply(model.network()))
        .mapToDouble(network -> model.with(readout.of(network)).score(data.test()))
        .average()
        .orElseThrow();
  }

  /** What is done to the readout of a network on a chip. */
  interface Readout {
    MultiLayerNetwork of(MultiLayerNetwork network);
  }
}
