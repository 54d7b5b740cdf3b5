package org.mf4j.cli.reproduce;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mf4j.cli.options.DataOptions;
import org.mf4j.cli.output.Interruption;
import org.mf4j.cli.output.Progress;
import org.mf4j.data.DatasetSplit;
import org.mf4j.data.Datasets;
import org.mf4j.data.series.DataException;
import org.mf4j.models.ModelKind;
import org.mf4j.papers.Assembly;
import org.mf4j.papers.AssemblyFigure;
import org.mf4j.papers.PaperTable;
import org.mf4j.reproduction.AssemblyProtocol;
import org.mf4j.reproduction.AssemblyReproduction;
import org.mf4j.reproduction.Protocol;
import org.mf4j.reproduction.Reproduced;
import org.mf4j.reproduction.ReproducedAssembly;
import org.mf4j.reproduction.Reproduction;
import org.mf4j.search.journal.Journals;

/**
 * Goes through a table or a figure, data set by data set; what cannot be computed is listed with
 * its reason.
 */
final class ReproductionRun {
  private final Datasets places;
  private final Journals journals;
  private final Interruption interruption;
  private final List<String> missing = new ArrayList<>();

  ReproductionRun(Datasets places, Journals journals, Interruption interruption) {
    this.places = places;
    this.journals = journals;
    this.interruption = interruption;
  }

  /** What could not be computed so far, one sentence each. */
  List<String> missing() {
    return List.copyOf(missing);
  }

  List<Reproduced> table(
      PaperTable table, Protocol protocol, List<String> datasets, List<ModelKind> models)
      throws IOException, InterruptedException {
    List<PaperTable.Row> rows = datasets.stream().map(table::row).toList();
    List<Reproduced> all = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Optional<DatasetSplit> sets = read(datasets.get(i));
      if (sets.isPresent()) {
        row(
            rows.get(i),
            new Reproduction(rows.get(i), sets.get(), protocol, journals),
            models,
            all);
      }
    }
    return all;
  }

  private void row(
      PaperTable.Row row, Reproduction reproduction, List<ModelKind> models, List<Reproduced> all)
      throws IOException, InterruptedException {
    row.remark().ifPresent(why -> missing.add(row.dataset() + " is not compared: " + why + "."));
    for (ModelKind kind : models) {
      String name = row.dataset() + ", " + kind.title();
      Optional<String> obstacle = reproduction.obstacle(kind);
      if (obstacle.isPresent()) {
        missing.add(name + ": " + obstacle.get() + ".");
      } else {
        try (Progress progress = new Progress()) {
          reproduction
              .run(kind, progress.search(name), interruption::isRequested)
              .ifPresentOrElse(all::add, () -> missing.add(name + ": not finished."));
        }
      }
    }
  }

  List<ReproducedAssembly> figure(
      AssemblyFigure figure, AssemblyProtocol protocol, List<String> datasets, List<Integer> sizes)
      throws IOException, InterruptedException {
    for (String dataset : datasets) {
      if (!figure.datasets().contains(dataset)) {
        throw new IllegalArgumentException(figure.unknown(dataset));
      }
    }
    List<ReproducedAssembly> all = new ArrayList<>();
    for (String dataset : datasets) {
      Optional<DatasetSplit> sets = read(dataset);
      if (sets.isPresent()) {
        assemblies(
            new AssemblyReproduction(dataset, sets.get(), protocol, journals), dataset, sizes, all);
      }
    }
    return all;
  }

  private void assemblies(
      AssemblyReproduction reproduction,
      String dataset,
      List<Integer> sizes,
      List<ReproducedAssembly> all)
      throws IOException, InterruptedException {
    int number = 0;
    for (Assembly assembly : Assembly.values()) {
      for (int units : sizes) {
        number++;
        String name = "%s, %s, N = %d".formatted(dataset, assembly.title(), units);
        String count = " (%d of %d)".formatted(number, Assembly.values().length * sizes.size());
        try (Progress progress = new Progress()) {
          reproduction
              .run(assembly, units, progress.search(name + count), interruption::isRequested)
              .ifPresentOrElse(all::add, () -> missing.add(name + ": " + reason()));
        }
      }
    }
  }

  private String reason() {
    return interruption.isRequested() ? "not finished." : "no setting succeeded.";
  }

  /** Empty, and listed, if the run shall stop, or the set is absent or cannot be learned from. */
  private Optional<DatasetSplit> read(String dataset) {
    if (interruption.isRequested()) {
      missing.add(dataset + ": not finished.");
      return Optional.empty();
    }
    try (Progress progress = new Progress()) {
      return Optional.of(
          DataOptions.refuseMissingValues(places.read(dataset, progress.downloads())));
    } catch (DataException e) {
      missing.add(e.getMessage());
      return Optional.empty();
    }
  }
}
