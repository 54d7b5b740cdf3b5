package org.mf4j.cli.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mf4j.experiment.ModelResult;
import org.mf4j.models.GradientLearning;
import org.mf4j.models.ModelSettings;
import org.mf4j.models.TrainingSettings;
import org.mf4j.training.TrainingOptions;

class ComparisonReportTest {
  @Test
  void headerStatesTheDataAndTheSettings() {
    assertThat(Samples.setup("GunPoint", "a", "b").header())
        .containsExactly(
            "GunPoint: 2 training and 2 test series, up to 3 steps, 1 channel, 2 classes",
            "Transforms: interpolate,resample=3",
            "Settings: the papers' for GunPoint",
            "Training: the papers' protocol",
            "esn  units 100, inputScaling 10.0, biasScaling 0.001,"
                + " spectralRadius 0.95, lambda 1.0, leakRate 0.1",
            "rnn  units 100, leakRate 1.0, learningRate 0.01, batchSize 64, epochs 5000,"
                + " patience 10, restoreBest false");
  }

  @Test
  void headerSaysHowNetworksAreTrained() {
    ComparisonSetup papers = Samples.setup("GunPoint", "a", "b");
    ModelSettings reservoir = papers.models().get(0);
    ModelSettings network = papers.models().get(1);
    ModelSettings standard = network.withLearning(new GradientLearning(TrainingOptions.standard()));
    assertThat(with(papers, reservoir, standard).training())
        .hasValue("Training: the standard protocol (the papers' is --protocol paper)");
    assertThat(with(papers, network.with(TrainingSettings.EPOCHS, 7)).training())
        .hasValue("Training: as the settings of each model say");
    assertThat(with(papers, reservoir).training()).isEmpty();
  }

  private static ComparisonSetup with(ComparisonSetup setup, ModelSettings... models) {
    return new ComparisonSetup(
        setup.data(), "", setup.reference(), List.of(models), setup.trials(), setup.seed());
  }

  @Test
  void tableStandsBesideThePaper() {
    ComparisonSetup setup = Samples.setup("GunPoint", "a", "b");
    assertThat(ComparisonReport.of(setup, Samples.results(setup)).table().text())
        .containsExactly(
            "model  accuracy        paper           fit s  predict s",
            "esn    0.500 +- 0.100  0.593 +- 0.023  1.50   0.25",
            "rnn    0.500 +- 0.100  0.501 +- 0.007  1.50   0.25");
  }

  /** One of the two test series is of the training set's first class; 0.5 does not beat 0.5. */
  @Test
  void theBaselineStandsBelowAndWhoDoesNotBeatIt() {
    ComparisonSetup setup = Samples.setup("GunPoint", "a", "b");
    assertThat(ComparisonReport.of(setup, Samples.results(setup)).baselineLines())
        .containsExactly(
            "Baseline (majority class): accuracy 0.500",
            "esn does not beat the baseline.",
            "rnn does not beat the baseline.");
  }

  /** The mean of the targets 0 and 1 is 0.5 off both; the models' mean RMSE is 0.5 too. */
  @Test
  void theBaselineOfNumbersIsTheirMean() {
    ComparisonSetup setup = Samples.setup("Mine");
    assertThat(ComparisonReport.of(setup, Samples.results(setup)).baselineLines().get(0))
        .isEqualTo("Baseline (mean predictor): rmse 0.5000");
  }

  @Test
  void anUnknownDataSetSaysWhereItsSettingsComeFromAndHasNoPaper() {
    ComparisonSetup setup = Samples.setup("Mine");
    assertThat(setup.header())
        .contains(
            "Mine: 2 training and 2 test series, up to 3 steps, 1 channel, regression",
            "Settings: the papers' for FloodModeling1, the default for a data set that the papers"
                + " do not have");
    assertThat(ComparisonReport.of(setup, Samples.results(setup)).table().text())
        .contains(
            "model  rmse              paper  fit s  predict s",
            "esn    0.5000 +- 0.1000  -      1.50   0.25");
  }

  @Test
  void aSingleTrialHasNoDeviation() {
    ComparisonSetup setup = Samples.setup("Mine");
    ModelResult three = Samples.results(setup).get(0);
    ModelResult one = new ModelResult(three.settings(), three.trials().subList(0, 1));
    assertThat(ComparisonReport.of(setup, List.of(one)).table().text().get(1))
        .startsWith("esn    0.4000  -");
  }
}
