package org.mf4j.data.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mf4j.data.DatasetSplit;
import org.mf4j.data.Datasets;

class KnownSetTest {
  @Test
  void isFoundByItsExactName() {
    assertThat(KnownSet.of("FordA")).isPresent();
    assertThat(KnownSet.of("forda")).isEmpty();
  }

  @Test
  void digestsAreDigestsOrUnknown() {
    for (KnownSet set : KnownSet.all()) {
      for (var digest : List.of(set.trainSha256(), set.testSha256())) {
        digest.ifPresent(text -> assertThat(text).as(set.name()).matches("[0-9a-f]{64}"));
      }
    }
    assertThat(KnownSet.all()).extracting(KnownSet::name).doesNotHaveDuplicates();
  }

  @Test
  void theDigestsAreThoseOfTheFiles() {
    String place = System.getenv("MF_DATA");
    assumeTrue(
        place != null, "set MF_DATA to a directory that holds NAME/NAME_TRAIN.ts to run this test");
    LocalDirectory directory = new LocalDirectory(Path.of(place));
    List<String> names = directory.names();
    for (KnownSet known : KnownSet.all()) {
      if (names.contains(known.name())) {
        check(known, Datasets.onlyIn(directory.path()).read(known.name()));
      }
    }
  }

  private static void check(KnownSet known, DatasetSplit sets) {
    assertThat(known.trainSha256()).contains(sets.sha256().get("train"));
    assertThat(known.testSha256()).contains(sets.sha256().get("test"));
  }
}
