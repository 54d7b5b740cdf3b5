package org.mf4j.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mf4j.data.DatasetSplit;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.models.ModelKind;
import org.mf4j.models.TrainingSettings;
import org.mf4j.papers.AplGrids;

/**
 * Training stays finite over the whole grid of the MF-RNN, on the task where most of the authors'
 * settings of slope 5 became NaN: a root of the mean squared error, taken series by series, has no
 * gradient where a series is met exactly; the mean squared error has.
 */
class FiniteTrainingTest {
  @Test
  void everySettingOfThePapersGridOnFloodModeling2() throws IOException, InterruptedException {
    String data = System.getenv("MF_DATA");
    assumeTrue(data != null, "set MF_DATA to the folder that holds FloodModeling2");
    Path folder = Path.of(data, "FloodModeling2");
    SeriesSet all =
        DatasetSplit.files(
                folder.resolve("FloodModeling2_TRAIN.ts"), folder.resolve("FloodModeling2_TEST.ts"))
            .train();
    SeriesSet some = all.subset(IntStream.range(0, 20).toArray());
    Grid grid = AplGrids.of(ModelKind.MF_RNN);
    Search search =
        new Search(
            grid.withBase(grid.base().with(TrainingSettings.EPOCHS, 8)),
            some,
            new SearchOptions(new Strategy.Exhaustive(), new Validation.HoldOut(.2), 1, 1));
    SearchResult result = search.run(TrialLog.inMemory(), SearchListener.NONE, () -> false);
    assertThat(result.standings())
        .hasSize(48)
        .allSatisfy(one -> assertThat(one.failures()).isEmpty())
        .allSatisfy(one -> assertThat(one.scores().mean()).isBetween(0.0, 10.0));
  }
}
