package org.mf4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mf4j.data.DatasetSplit;
import org.mf4j.data.series.DataException;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.models.MfEsn;
import org.mf4j.models.ModelFitter;
import org.mf4j.models.ToySets;
import org.mf4j.training.EpochListener;

class MfTest {
  private static final DatasetSplit LEVELS = ToySets.levels();
  private static final DatasetSplit NUMBERS = ToySets.numbers();

  @TempDir private Path folder;

  private static double[][][] series(SeriesSet set) {
    return set.series().stream().map(one -> one.channels()).toArray(double[][][]::new);
  }

  private static String[] labels(SeriesSet set) {
    return set.series().stream()
        .map(one -> set.classes().get((int) one.target()))
        .toArray(String[]::new);
  }

  private static double[] targets(SeriesSet set) {
    return set.series().stream().mapToDouble(one -> one.target()).toArray();
  }

  @Test
  void classesAreLearnedPredictedScoredAndSaved() throws IOException, InterruptedException {
    Mf.FittedClassifier model =
        Mf.classifier()
            .with(MfEsn.heterogeneous(20))
            .fit(series(LEVELS.train()), labels(LEVELS.train()));
    double[][][] others = series(LEVELS.test());
    String[] known = labels(LEVELS.test());
    String[] predicted = model.predict(others);
    long right = 0;
    for (int i = 0; i < known.length; i++) {
      right += predicted[i].equals(known[i]) ? 1 : 0;
    }
    assertThat(model.score(others, known)).isEqualTo((double) right / known.length);
    assertThat(model.score(others, known)).isGreaterThan(0.9);
    double[][] probabilities = model.predictProbabilities(others);
    assertThat(Arrays.stream(probabilities[0]).sum()).isCloseTo(1, within(1e-6));
    assertThat(probabilities[0]).hasSameSizeAs(model.classes());
    Path file = folder.resolve("model.zip");
    model.save(file);
    assertThat(Mf.load(file).classifier().predict(others)).containsExactly(predicted);
    assertThatThrownBy(() -> Mf.load(file).regressor())
        .hasMessage("model: predicts classes; ask for its classifier()");
  }

  /** The face adds nothing to what it stands before. */
  @Test
  void numbersAreWhatModelFitterPredicts() throws IOException, InterruptedException {
    Mf.FittedRegressor model =
        Mf.regressor()
            .with(MfEsn.heterogeneous(20))
            .fit(series(NUMBERS.train()), targets(NUMBERS.train()));
    double[] expected =
        new ModelFitter(MfEsn.heterogeneous(20))
            .fit(NUMBERS.train(), 1, EpochListener.NONE)
            .predict(NUMBERS.test());
    assertThat(model.predict(series(NUMBERS.test()))).containsExactly(expected);
    Path file = folder.resolve("model.zip");
    model.save(file);
    assertThat(Mf.load(file).regressor().score(series(NUMBERS.test()), targets(NUMBERS.test())))
        .isEqualTo(model.score(series(NUMBERS.test()), targets(NUMBERS.test())));
    assertThatThrownBy(() -> Mf.load(file).classifier())
        .hasMessage("model: predicts numbers; ask for its regressor()");
  }

  @Test
  void setsServeAsArraysDo() throws InterruptedException {
    Mf.FittedClassifier classes = Mf.classifier().with(MfEsn.heterogeneous(20)).fit(LEVELS.train());
    double[][][] levels = series(LEVELS.test());
    assertThat(classes.predict(LEVELS.test())).containsExactly(classes.predict(levels));
    assertThat(classes.predictProbabilities(LEVELS.test()))
        .isDeepEqualTo(classes.predictProbabilities(levels));
    assertThat(classes.score(LEVELS.test()))
        .isEqualTo(classes.score(levels, labels(LEVELS.test())));
    Mf.FittedRegressor numbers = Mf.regressor().with(MfEsn.heterogeneous(20)).fit(NUMBERS.train());
    double[][][] others = series(NUMBERS.test());
    assertThat(numbers.predict(NUMBERS.test())).containsExactly(numbers.predict(others));
    assertThat(numbers.score(NUMBERS.test()))
        .isEqualTo(numbers.score(others, targets(NUMBERS.test())));
  }

  @Test
  void whatDoesNotFitIsSaid() throws InterruptedException {
    double[][][] two = {{{1, 2}}, {{2, 1}}};
    assertThatThrownBy(() -> Mf.classifier().fit(two, new String[] {"up"}))
        .hasMessage("labels: 1 for 2 series; give one each");
    assertThatThrownBy(() -> Mf.regressor().fit(two, new double[3]))
        .hasMessage("targets: 3 for 2 series; give one each");
    Mf.FittedClassifier model = Mf.classifier().fit(two, new String[] {"up", "down"});
    assertThatThrownBy(() -> model.score(two, new String[] {"up", "left"}))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("left");
  }
}
