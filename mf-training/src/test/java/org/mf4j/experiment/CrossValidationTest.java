package org.mf4j.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mf4j.data.ControlCharts;
import org.mf4j.data.series.Series;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.data.transform.Pipeline;
import org.mf4j.models.MfEsn;
import org.mf4j.models.ModelFitter;
import org.mf4j.models.ModelSettings;
import org.mf4j.training.EpochListener;

class CrossValidationTest {
  private static final ModelSettings SETTINGS = MfEsn.heterogeneous(20).withProbabilities();

  @Test
  void everySeriesIsPredictedOnceByAModelThatHasNotSeenIt() throws InterruptedException {
    SeriesSet charts = ControlCharts.generate(1).train();
    List<Set<Integer>> learned = new ArrayList<>();
    CrossValidation found =
        CrossValidation.of(
            charts,
            Pipeline.of(List.of()),
            part -> {
              learned.add(part.series().stream().map(Series::number).collect(Collectors.toSet()));
              return new ModelFitter(SETTINGS).fit(part, 1, EpochListener.NONE);
            },
            3,
            7);
    assertThat(learned).hasSize(3);
    for (int i = 1; i <= charts.size(); i++) {
      int number = i;
      assertThat(learned.stream().filter(fold -> fold.contains(number))).hasSize(2);
    }
    double[] truth = charts.series().stream().mapToDouble(Series::target).sorted().toArray();
    assertThat(Arrays.stream(found.truth()).sorted().toArray()).containsExactly(truth);
    assertThat(found.folds().values()).hasSize(3);
    long right = 0;
    for (int i = 0; i < truth.length; i++) {
      right += found.truth()[i] == found.predicted()[i] ? 1 : 0;
    }
    assertThat((double) right / truth.length).isCloseTo(found.folds().mean(), within(.01));
    assertThat(found.folds().mean()).isGreaterThan(.8);
    assertThat(found.probabilities().orElseThrow()).hasDimensions(truth.length, 6);
  }

  /** The only series of its class is in no other fold; its model knows two classes of three. */
  @Test
  void aClassThatAFoldHasNotSeenKeepsTheOthersInPlace() throws InterruptedException {
    List<Series> series = new ArrayList<>();
    series.add(new Series(new double[][] {{9, 9, 9, 9}}, 0));
    for (int i = 0; i < 8; i++) {
      series.add(new Series(new double[][] {{0, 1, 2, 3 + i}}, 1));
      series.add(new Series(new double[][] {{3 + i, 2, 1, 0}}, 2));
    }
    SeriesSet set = new SeriesSet("Rare", List.of("once", "up", "down"), series);
    CrossValidation found =
        CrossValidation.of(
            set,
            Pipeline.of(List.of()),
            part -> new ModelFitter(SETTINGS).fit(part, 1, EpochListener.NONE),
            2,
            1);
    assertThat(found.folds().mean()).isGreaterThan(.8);
    for (double[] p : found.probabilities().orElseThrow()) {
      assertThat(Arrays.stream(p).sum()).isCloseTo(1, within(1e-4));
    }
  }
}
