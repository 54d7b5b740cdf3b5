package org.mf4j.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mf4j.cli.report.ReproductionReport;
import org.mf4j.cli.report.SearchProgress;
import org.mf4j.data.DatasetSplit;
import org.mf4j.models.ModelKind;
import org.mf4j.papers.PaperTable;
import org.mf4j.reproduction.Cell;
import org.mf4j.reproduction.Journals;
import org.mf4j.reproduction.Protocol;
import org.mf4j.reproduction.Reproduction;

/** Goes through the cells of a table; what cannot be computed is listed with its reason. */
final class ReproductionRun {
  private final PaperTable table;
  private final Protocol protocol;
  private final Journals journals;
  private final ReproductionData data;
  private final Interruption interruption;
  private final List<Cell> cells = new ArrayList<>();

  ReproductionRun(
      PaperTable table,
      Protocol protocol,
      Journals journals,
      ReproductionData data,
      Interruption interruption) {
    this.table = table;
    this.protocol = protocol;
    this.journals = journals;
    this.data = data;
    this.interruption = interruption;
  }

  ReproductionReport report() {
    return new ReproductionReport(table, cells, data.missing());
  }

  /** Computes them, data set by data set. */
  void cells(List<String> datasets, List<ModelKind> models)
      throws IOException, InterruptedException {
    List<PaperTable.Row> rows = datasets.stream().map(table::row).toList();
    for (int i = 0; i < rows.size(); i++) {
      if (interruption.isRequested()) {
        data.list(datasets.get(i) + ": not finished.");
      } else {
        Optional<DatasetSplit> sets = data.read(datasets.get(i));
        if (sets.isPresent()) {
          row(rows.get(i), sets.get(), models);
        }
      }
    }
  }

  private void row(PaperTable.Row row, DatasetSplit sets, List<ModelKind> models)
      throws IOException, InterruptedException {
    row.remark().ifPresent(why -> data.list(row.dataset() + " is not compared: " + why + "."));
    Reproduction reproduction = new Reproduction(row, sets, protocol, journals);
    for (ModelKind kind : models) {
      String name = row.dataset() + ", " + kind.title();
      Optional<String> obstacle = reproduction.obstacle(kind);
      if (obstacle.isPresent()) {
        data.list(name + ": " + obstacle.get() + ".");
      } else {
        try (SearchProgress progress = new SearchProgress(data.bars(), name)) {
          reproduction
              .run(kind, progress, interruption::isRequested)
              .ifPresentOrElse(cells::add, () -> data.list(name + ": not finished."));
        }
      }
    }
  }
}
