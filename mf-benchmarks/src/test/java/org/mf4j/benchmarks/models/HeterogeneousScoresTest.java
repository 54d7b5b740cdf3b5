package org.mf4j.benchmarks.models;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mf4j.data.ControlCharts;
import org.mf4j.data.DatasetSplit;
import org.mf4j.models.MfEsn;

/** A line of the table. */
class HeterogeneousScoresTest {
  @Test
  void heterogeneousNeuronsBeatThePapersOnControlCharts() throws InterruptedException {
    DatasetSplit charts = ControlCharts.generate(ControlCharts.DEFAULT_SEED);
    String[] cells =
        HeterogeneousScores.row(charts, MfEsn::heterogeneous, 1, 50).split(" *\\| *", -1);
    assertThat(cells[1]).isEqualTo("ControlCharts");
    assertThat(Double.parseDouble(cells[2].split(" ", 2)[0])).isGreaterThan(.97);
  }
}
