package org.mf4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mf4j.data.series.FiniteValues;
import org.mf4j.data.series.Series;
import org.mf4j.data.series.SeriesSet;

/**
 * Real files of the archive, against the figures that the archive publishes and the digests of the
 * files as distributed.
 */
class ArchiveTest {
  /** The place of the files; without one the calling test is skipped. */
  static Path data() {
    String place = System.getenv("MF_DATA");
    assumeTrue(
        place != null, "set MF_DATA to a directory that holds NAME/NAME_TRAIN.ts to run this test");
    return Path.of(place);
  }

  @ParameterizedTest
  @CsvSource({
    "SyntheticControl,300,300,60,60,1,6,cacc277a961e,c6ea3033d689",
    "ECG5000,500,4500,140,140,1,5,1935be5cc082,2343d4f750e3",
    "GunPoint,50,150,150,150,1,2,f842401779fd,79332750788a",
    "JapaneseVowels,270,370,7,29,12,9,68a430eabd91,b3d41d6a0ca3",
    "JapaneseVowels_eq,270,370,25,25,12,9,8958279c6296,bb83bb1aa6bf",
    "BasicMotions,40,40,100,100,6,4,8dc43cc6306c,79213102bc6f",
    "FloodModeling1,471,202,266,266,1,0,cb144f52b31b,eb138baca17a",
    "FloodModeling2,466,201,266,266,1,0,b177c017e613,f6d0914f94ff",
    "Covid3Month,140,61,84,84,1,0,8a58e6186143,5bf6d4ce5cce",
  })
  void readsTheArchive(
      String name,
      int train,
      int test,
      int shortest,
      int longest,
      int channels,
      int classes,
      String trainDigest,
      String testDigest) {
    DatasetSplit sets = Datasets.onlyIn(data()).read(name);
    assertThat(sets.train().size()).isEqualTo(train);
    assertThat(sets.test().size()).isEqualTo(test);
    assertThat(Math.max(sets.train().maxLength(), sets.test().maxLength())).isEqualTo(longest);
    assertThat(Math.min(minLength(sets.train()), minLength(sets.test()))).isEqualTo(shortest);
    assertThat(sets.train().channels()).isEqualTo(channels);
    assertThat(sets.train().classes()).hasSize(classes);
    assertThat(sets.train().name()).isEqualTo(name);
    assertThat(sets.sha256().get("train")).startsWith(trainDigest).hasSize(64);
    assertThat(sets.sha256().get("test")).startsWith(testDigest).hasSize(64);
    assertThat(FiniteValues.require(sets.train())).isSameAs(sets.train());
  }

  private static int minLength(SeriesSet set) {
    return set.series().stream().mapToInt(Series::length).min().orElseThrow();
  }
}
