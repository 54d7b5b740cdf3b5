package org.mf4j.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mf4j.data.Datasets;
import org.mf4j.models.Metric;
import org.mf4j.models.MfEsn;

/**
 * The one preset of the heterogeneous MF-ESN with 100 neurons on the archive's files: what must be
 * reached by the mean of the trials. Set MF_DATA to a folder that holds NAME/NAME_TRAIN.ts and
 * NAME/NAME_TEST.ts.
 */
class HeterogeneousScoresTest {
  @BeforeAll
  static void needsTheArchive() {
    assumeTrue(System.getenv("MF_DATA") != null, "set MF_DATA to the folder of the archive");
  }

  @ParameterizedTest
  @CsvSource({
    "SyntheticControl, 0.975",
    "GunPoint, 0.98",
    "ECG5000, 0.940",
    "JapaneseVowels, 0.97",
    "BasicMotions, 0.98",
    "FloodModeling1, 0.0056",
    "FloodModeling2, 0.0072",
    "Covid3Month, 0.043",
  })
  void reachesTheRequiredScore(String dataset, double required) throws InterruptedException {
    Comparison comparison =
        new Comparison(Datasets.onlyIn(Path.of(System.getenv("MF_DATA"))).read(dataset));
    ModelResult result =
        comparison
            .run(List.of(MfEsn.plainHeterogeneous(100)), 3, 1, ComparisonListener.NONE)
            .get(0);
    if (comparison.metric() == Metric.ACCURACY) {
      assertThat(result.mean()).as("%s", result.scores()).isGreaterThanOrEqualTo(required);
    } else {
      assertThat(result.mean()).as("%s", result.scores()).isLessThanOrEqualTo(required);
    }
  }
}
