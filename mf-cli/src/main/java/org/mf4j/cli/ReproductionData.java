package org.mf4j.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mf4j.cli.report.DownloadProgress;
import org.mf4j.cli.report.ProgressBars;
import org.mf4j.data.DatasetSplit;
import org.mf4j.data.Datasets;
import org.mf4j.data.series.DataException;
import org.mf4j.data.series.MissingValues;

/** Reads the data sets of a reproduction; what cannot be used is listed with its reason. */
final class ReproductionData {
  private final Datasets places;
  private final ProgressBars bars;
  private final List<String> missing = new ArrayList<>();

  ReproductionData(Datasets places, ProgressBars bars) {
    this.places = places;
    this.bars = bars;
  }

  /** Where progress shows. */
  ProgressBars bars() {
    return bars;
  }

  /** What could not be used so far, one sentence each. */
  List<String> missing() {
    return List.copyOf(missing);
  }

  /** Reads one; empty, and listed, if it is absent or cannot be learned from. */
  Optional<DatasetSplit> read(String dataset) {
    try (DownloadProgress progress = new DownloadProgress(bars)) {
      DatasetSplit data = places.read(dataset, progress);
      MissingValues.refuse(data.train());
      MissingValues.refuse(data.test());
      return Optional.of(data);
    } catch (DataException e) {
      list(e.getMessage());
      return Optional.empty();
    }
  }

  /** Lists what was not reproduced. */
  void list(String sentence) {
    missing.add(sentence);
  }
}
