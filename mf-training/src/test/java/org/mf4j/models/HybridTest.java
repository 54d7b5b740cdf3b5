package org.mf4j.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.mf4j.data.DatasetSplit;
import org.mf4j.data.SeriesIterator;
import org.mf4j.data.TargetCoding;
import org.mf4j.data.series.DataException;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.networks.Optimiser;
import org.mf4j.training.EpochListener;
import org.mf4j.training.TrainingOptions;
import org.nd4j.linalg.api.ndarray.INDArray;

class HybridTest {
  private static final TrainingOptions ONE_EPOCH = Hybrid.options().withEpochs(1);

  @TempDir private Path folder;

  private enum Data {
    LEVELS,
    TWO_LEVELS,
    NUMBERS;

    DatasetSplit sets() {
      return switch (this) {
        case LEVELS -> ToySets.levels();
        case TWO_LEVELS -> ToySets.twoLevelsOfUnequalLengths();
        case NUMBERS -> ToySets.numbers();
      };
    }
  }

  @ParameterizedTest
  @CsvSource({
    "LEVELS,MF_ESN,1",
    "LEVELS,MF_ESN,2",
    "LEVELS,ESN,3",
    "TWO_LEVELS,MF_ESN,1",
    "TWO_LEVELS,ESN,2",
    "NUMBERS,MF_ESN,1",
    "NUMBERS,MF_ESN,2",
    "NUMBERS,ESN,3"
  })
  void oneEpochFromTheRidgeSolutionLowersTheTrainingLoss(Data data, ModelKind kind, long seed)
      throws InterruptedException {
    SeriesSet train = data.sets().train();
    FittedModel reservoir = fit(kind, train, seed);
    FittedModel trained = Hybrid.unfreeze(reservoir, train, ONE_EPOCH, seed, EpochListener.NONE);
    assertThat(loss(trained, train)).isLessThan(loss(reservoir, train));
    String weights = (kind == ModelKind.PLAIN_HETERO_MF_ESN ? 1 : 0) + "_RW";
    assertThat(trained.network().getParam(weights))
        .isNotEqualTo(reservoir.network().getParam(weights));
  }

  /** A rate at which Adam spoils any ridge solution at once. */
  @ParameterizedTest
  @EnumSource
  void aBadLearningRateLeavesTheReservoir(Data data) throws InterruptedException {
    SeriesSet train = data.sets().train();
    FittedModel reservoir = fit(ModelKind.MF_ESN, train, 1);
    TrainingOptions options = new TrainingOptions(10, 64, 3, 3).withRestoreBest(true);
    FittedModel trained = Hybrid.unfreeze(reservoir, train, options, 1, EpochListener.NONE);
    assertThat(trained.network().params()).isEqualTo(reservoir.network().params());
  }

  @Test
  void moreEpochsLowerItFurtherAndTheModelStaysGood() throws InterruptedException {
    DatasetSplit data = ToySets.numbers();
    FittedModel reservoir = fit(ModelKind.MF_ESN, data.train(), 1);
    FittedModel trained =
        Hybrid.unfreeze(
            reservoir, data.train(), Hybrid.options().withEpochs(60), 1, EpochListener.NONE);
    assertThat(loss(trained, data.train())).isLessThan(0.95 * loss(reservoir, data.train()));
    assertThat(trained.score(data.test())).isLessThan(0.5);
  }

  @Test
  void theModelIsSavedAndKnowsHowItCameAbout() throws IOException, InterruptedException {
    DatasetSplit data = ToySets.levels();
    FittedModel reservoir = fit(ModelKind.MF_ESN, data.train(), 1);
    FittedModel trained =
        Hybrid.unfreeze(reservoir, data.train(), ONE_EPOCH, 5, EpochListener.NONE);
    trained.save(folder.resolve("model.zip"));
    FittedModel loaded = FittedModel.load(folder.resolve("model.zip"));
    assertThat(loaded.kind()).isEqualTo(ModelKind.MF_RNN);
    assertThat(loaded.predict(data.test())).containsExactly(trained.predict(data.test()));
    assertThat(loaded.provenance()).containsEntry("dataset", "levels");
    assertThat((Map<?, ?>) loaded.provenance().get("unfrozen"))
        .extracting("restoreBest", "epochsRun")
        .containsExactly(true, 1);
  }

  @Test
  void theNetworkAloneComputesTheSame() throws InterruptedException {
    SeriesSet train = ToySets.numbers().train();
    FittedModel reservoir = fit(ModelKind.ESN, train, 1);
    MultiLayerNetwork network = Hybrid.unfreeze(reservoir.network(), Optimiser.adam(0.001));
    var all = SeriesIterator.inOrder(train, TargetCoding.REGRESSION, train.size()).next();
    assertThat(network.output(all.getFeatures()).toDoubleVector())
        .containsExactly(
            reservoir.network().output(all.getFeatures()).toDoubleVector(), within(1e-6));
  }

  @Test
  void refusesWhatIsTrainedAlreadyAndOtherTargets() throws InterruptedException {
    SeriesSet train = ToySets.levels().train();
    FittedModel trained =
        new ModelFitter(ToySettings.of(ModelKind.RNN).with(TrainingSettings.EPOCHS, 1))
            .fit(train, 1, EpochListener.NONE);
    assertThatThrownBy(() -> Hybrid.unfreeze(trained, train, ONE_EPOCH, 1, EpochListener.NONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("model: of kind rnn, which is trained already; give a reservoir");
    FittedModel reservoir = fit(ModelKind.ESN, train, 1);
    assertThatThrownBy(
            () ->
                Hybrid.unfreeze(
                    reservoir, ToySets.numbers().train(), ONE_EPOCH, 1, EpochListener.NONE))
        .isInstanceOf(DataException.class)
        .hasMessage("numbers: the targets are not those that the model was fitted to.");
  }

  /** The mean squared error over series and outputs, from the outputs of the network. */
  private static double loss(FittedModel model, SeriesSet set) {
    TargetCoding coding =
        set.isClassification() ? TargetCoding.PLUS_MINUS_ONE : TargetCoding.REGRESSION;
    var all = SeriesIterator.inOrder(set, coding, set.size()).next();
    double[] y = flat(all.getLabels());
    double[] p =
        flat(model.network().output(all.getFeatures(), false, all.getFeaturesMaskArray(), null));
    double squares = 0;
    for (int i = 0; i < p.length; i++) {
      squares += (p[i] - y[i]) * (p[i] - y[i]);
    }
    return squares / p.length;
  }

  private static double[] flat(INDArray matrix) {
    return matrix.dup('c').reshape(matrix.length()).toDoubleVector();
  }

  private static FittedModel fit(ModelKind kind, SeriesSet train, long seed)
      throws InterruptedException {
    return new ModelFitter(ToySettings.of(kind)).fit(train, seed, EpochListener.NONE);
  }
}
