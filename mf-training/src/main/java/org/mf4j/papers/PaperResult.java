package org.mf4j.papers;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mf4j.models.ModelKind;
import org.mf4j.options.NearestName;

/** What a paper reports and can be computed again: a table of scores, or a figure of them. */
public sealed interface PaperResult permits PaperTable, AssemblyFigure {
  /**
   * All of them.
   *
   * @return [APL] Table IV, [NW] Table 4 and [ESANN] Fig. 3
   */
  static List<PaperResult> all() {
    return List.of(PaperTable.apl(), NanowireTable.table(), AssemblyFigure.esann());
  }

  /**
   * Finds one by its name.
   *
   * @param id the name
   * @return the result
   * @throws IllegalArgumentException if there is none; the message names the nearest one
   */
  static PaperResult of(String id) {
    List<String> known = all().stream().map(PaperResult::id).toList();
    return all().stream()
        .filter(result -> result.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "table %s: unknown; did you mean %s? (known: %s)"
                        .formatted(
                            id,
                            NearestName.of(id, known).orElseThrow(),
                            String.join(", ", known))));
  }

  /** {@return its name in commands, for example {@code apl-table4}} */
  String id();

  /** {@return where it is printed} */
  String title();

  /** {@return the names of its data sets as the archive spells them} */
  List<String> datasets();

  /**
   * What to say of a data set that it does not have.
   *
   * @param dataset its name
   * @return a sentence with the nearest name
   */
  default String unknown(String dataset) {
    return "data set %s: %s does not have it; did you mean %s?"
        .formatted(dataset, id(), NearestName.of(dataset, datasets()).orElseThrow());
  }

  /**
   * [NW] Table 4: the same models under the names NW-ESN and NW-RNN. It prints no deviations and no
   * settings; those of [APL] stand in where that paper has the data set.
   */
  static final class NanowireTable {
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
        String dataset,
        Optional<String> remark,
        double esn,
        double mfEsn,
        double rnn,
        double mfRnn) {
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
}
