package org.mf4j.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mf4j.data.series.Series;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.models.MfEsn;

class ExpenseTest {
  private static SeriesSet set(int series) {
    Series one = new Series(new double[1][2], 0);
    return new SeriesSet("zeros", List.of("a", "b"), Collections.nCopies(series, one));
  }

  @Test
  void whatTakesASecondIsNotTold() {
    assertThat(Expense.of(MfEsn.heterogeneous(50), set(100))).isEmpty();
  }

  /** 80,000 features of 20,000 series: minutes on sixteen processors. */
  @Test
  void whatTakesMinutesIsTold() {
    assertThat(Expense.of(MfEsn.heterogeneous(5_000), set(20_000)).orElseThrow())
        .matches(
            "mf: a fit of hetero-mf-esn to the 20000 series of zeros will take about \\d+\\.\\d min"
                + " and 22\\.\\d GB of memory.*; fewer neurons \\(--units\\) take less\\.");
  }
}
