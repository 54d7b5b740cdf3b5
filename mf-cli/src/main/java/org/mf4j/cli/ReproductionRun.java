package org.mf4j.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mf4j.cli.report.DownloadProgress;
import org.mf4j.cli.report.ProgressBars;
import org.mf4j.cli.report.ReproductionReport;
import org.mf4j.cli.report.SearchProgress;
import org.mf4j.data.DataException;
import org.mf4j.data.Datasets;
import org.mf4j.data.MissingValues;
import org.mf4j.data.TrainTest;
import org.mf4j.models.ModelKind;
import org.mf4j.papers.PaperTable;
import org.mf4j.reproduction.Cell;
import org.mf4j.reproduction.Protocol;
import org.mf4j.reproduction.Reproduction;

/** Goes through the cells of a table; what cannot be computed is listed with its reason. */
final class ReproductionRun {
  private final PaperTable table;
  private final Protocol protocol;
  private final Path journals;
  private final Interruption interruption;
  private final List<Cell> cells = new ArrayList<>();
  private final List<String> missing = new ArrayList<>();

  ReproductionRun(PaperTable table, Protocol protocol, Path journals, Interruption interruption) {
    this.table = table;
    this.protocol = protocol;
    this.journals = journals;
    this.interruption = interruption;
  }

  ReproductionReport report() {
    return new ReproductionReport(table, cells, missing);
  }

  /** Computes them, data set by data set. */
  void cells(List<String> datasets, List<ModelKind> models, Datasets places, ProgressBars bars)
      throws IOException, InterruptedException {
    List<PaperTable.Row> rows = datasets.stream().map(table::row).toList();
    for (int i = 0; i < rows.size() && !interruption.isRequested(); i++) {
      Optional<TrainTest> data = read(datasets.get(i), places, bars);
      if (data.isPresent()) {
        row(rows.get(i), data.get(), models, bars);
      }
    }
  }

  private Optional<TrainTest> read(String dataset, Datasets places, ProgressBars bars) {
    try (DownloadProgress progress = new DownloadProgress(bars)) {
      TrainTest data = places.read(dataset, progress);
      MissingValues.refuse(data.train());
      MissingValues.refuse(data.test());
      return Optional.of(data);
    } catch (DataException e) {
      missing.add(e.getMessage());
      return Optional.empty();
    }
  }

  private void row(PaperTable.Row row, TrainTest data, List<ModelKind> models, ProgressBars bars)
      throws IOException, InterruptedException {
    row.remark().ifPresent(why -> missing.add(row.dataset() + " is not compared: " + why + "."));
    Reproduction reproduction =
        new Reproduction(row, data, protocol, journals, Versions.ofLibraries());
    for (ModelKind kind : models) {
      String name = row.dataset() + ", " + kind.title();
      Optional<String> obstacle = reproduction.obstacle(kind);
      if (obstacle.isPresent()) {
        missing.add(name + ": " + obstacle.get() + ".");
      } else {
        try (SearchProgress progress = new SearchProgress(bars, name)) {
          reproduction
              .run(kind, progress, interruption::isRequested)
              .ifPresentOrElse(cells::add, () -> missing.add(name + ": not finished."));
        }
      }
    }
  }
}
