package org.mf4j.benchmarks.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mf4j.data.ControlCharts;
import org.mf4j.data.DatasetSplit;
import org.mf4j.data.Datasets;

class ControlChartFilesTest {
  @TempDir private Path folder;

  @Test
  void whatIsReadIsWhatWasDrawn() throws IOException {
    ControlChartFiles.main(new String[] {folder.toString()});
    DatasetSplit read = Datasets.onlyIn(folder).read(ControlCharts.NAME);
    DatasetSplit drawn = ControlCharts.generate(ControlCharts.DEFAULT_SEED);
    assertThat(read.test().series()).hasSameSizeAs(drawn.test().series());
    for (int i = 0; i < read.test().size(); i++) {
      assertThat(read.test().series().get(i).channels())
          .isDeepEqualTo(drawn.test().series().get(i).channels());
      assertThat(read.test().series().get(i).target())
          .isEqualTo(drawn.test().series().get(i).target());
    }
    assertThat(read.train().series().get(299).channels())
        .isDeepEqualTo(drawn.train().series().get(299).channels());
  }
}
