package org.mf4j.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mf4j.data.ControlCharts;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.networks.SummarisedSet;
import org.mf4j.random.SeededRandom;
import org.mf4j.readout.NetworkFeatures;
import org.mf4j.training.EpochListener;

class SummarisedSetTest {
  static List<ModelSettings> presets() {
    return List.of(MfEsn.plainHeterogeneous(20), MfEsn.heterogeneous(16));
  }

  private static SeriesSet some() {
    return ControlCharts.generate(1)
        .train()
        .subset(IntStream.range(0, 30).map(i -> 4 * i).toArray());
  }

  /** What is kept is what another run of the series gives, bit for bit. */
  @ParameterizedTest
  @MethodSource("presets")
  void keptFeaturesAreThoseOfTheWholeNetwork(ModelSettings settings) {
    SeriesSet train = some();
    ReservoirLearning learning = (ReservoirLearning) settings.learning();
    SummarisedSet kept =
        learning.summarised(
            settings.cell(), settings.units(), train, new SeededRandom(3), EpochListener.NONE);
    assertThat(kept.layer()).isPositive();
    assertThat(NetworkFeatures.of(kept.network(), kept.layer(), kept.examples()))
        .isEqualTo(NetworkFeatures.of(kept.network(), learning.examples(train, kept.network())));
  }

  @ParameterizedTest
  @MethodSource("presets")
  void manySeriesAreNotKept(ModelSettings settings) {
    SeriesSet train = some();
    ReservoirLearning learning = (ReservoirLearning) settings.learning();
    SummarisedSet few =
        learning.summarised(
            settings.cell(), settings.units(), train, new SeededRandom(3), EpochListener.NONE);
    SummarisedSet many =
        SummarisedSet.of(few.network(), learning.examples(train, few.network()), 1L << 25);
    assertThat(many.layer()).isZero();
  }
}
