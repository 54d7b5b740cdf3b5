package org.mf4j.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mf4j.cli.report.AssemblyReport;
import org.mf4j.cli.report.SearchProgress;
import org.mf4j.data.DatasetSplit;
import org.mf4j.papers.Assembly;
import org.mf4j.papers.AssemblyFigure;
import org.mf4j.reproduction.AssemblyCell;
import org.mf4j.reproduction.AssemblyProtocol;
import org.mf4j.reproduction.AssemblyReproduction;
import org.mf4j.reproduction.Journals;

/** Goes through the assemblies of a figure; what cannot be computed is listed with its reason. */
final class AssemblyRun {
  private final AssemblyFigure figure;
  private final AssemblyProtocol protocol;
  private final Journals journals;
  private final ReproductionData data;
  private final Interruption interruption;
  private final List<AssemblyCell> cells = new ArrayList<>();

  AssemblyRun(
      AssemblyFigure figure,
      AssemblyProtocol protocol,
      Journals journals,
      ReproductionData data,
      Interruption interruption) {
    this.figure = figure;
    this.protocol = protocol;
    this.journals = journals;
    this.data = data;
    this.interruption = interruption;
  }

  AssemblyReport report() {
    return new AssemblyReport(figure, protocol, cells, data.missing());
  }

  /** Computes them, data set by data set. */
  void cells(List<String> datasets, List<Integer> sizes) throws IOException, InterruptedException {
    for (String dataset : datasets) {
      if (!figure.datasets().contains(dataset)) {
        throw new IllegalArgumentException(figure.unknown(dataset));
      }
    }
    for (String dataset : datasets) {
      if (interruption.isRequested()) {
        data.list(dataset + ": not finished.");
      } else {
        Optional<DatasetSplit> sets = data.read(dataset);
        if (sets.isPresent()) {
          cells(new AssemblyReproduction(dataset, sets.get(), protocol, journals), dataset, sizes);
        }
      }
    }
  }

  private void cells(AssemblyReproduction reproduction, String dataset, List<Integer> sizes)
      throws IOException, InterruptedException {
    int number = 0;
    for (Assembly assembly : Assembly.values()) {
      for (int units : sizes) {
        number++;
        String name = "%s, %s, N = %d".formatted(dataset, assembly.title(), units);
        String count = " (%d of %d)".formatted(number, Assembly.values().length * sizes.size());
        try (SearchProgress progress = new SearchProgress(data.bars(), name + count)) {
          reproduction
              .run(assembly, units, progress, interruption::isRequested)
              .ifPresentOrElse(cells::add, () -> data.list(name + ": " + reason()));
        }
      }
    }
  }

  private String reason() {
    return interruption.isRequested() ? "not finished." : "no setting succeeded.";
  }
}
