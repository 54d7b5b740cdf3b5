package org.mf4j.papers;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mf4j.models.ModelKind;

/**
 * [NW] Table 4: the same models under the names NW-ESN and NW-RNN. It prints no deviations and no
 * settings; those of [APL] stand in where that paper has the data set.
 */
final class NanowireTable {
  private static final String UNSCALED = "published for targets in other units";

  private NanowireTable() {}

  static PaperTable table() {
    return new PaperTable(
        "nw-table4",
        "Nanowire Neural Networks for time-series processing, Table 4",
        List.of(
            row("FordA", Optional.empty(), .544, .580, .513, .515),
            row("ECG5000", Optional.empty(), .917, .921, .915, .931),
            row("SyntheticControl", Optional.empty(), .875, .922, .891, .891),
            row("Earthquakes", Optional.empty(), .763, .755, .740, .748),
            row("FloodModeling1", Optional.of(UNSCALED), 17.88, 10.44, 17.88, 15.74),
            row("FloodModeling2", Optional.of(UNSCALED), 2.069, 1.549, 2.025, 2.009)));
  }

  private static PaperTable.Row row(
      String dataset, Optional<String> remark, double esn, double mfEsn, double rnn, double mfRnn) {
    return new PaperTable.Row(
        dataset,
        Map.of(
            ModelKind.ESN, score(esn),
            ModelKind.MF_ESN, score(mfEsn),
            ModelKind.RNN, score(rnn),
            ModelKind.MF_RNN, score(mfRnn)),
        PaperTask.of(dataset).map(PaperTask::settings).orElse(Map.of()),
        remark);
  }

  private static PublishedScore score(double mean) {
    return new PublishedScore(mean, 0);
  }
}
