package org.mf4j.figures.gallery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.mf4j.data.Datasets;
import org.mf4j.figures.results.SizeCurves;
import org.mf4j.papers.Assembly;
import org.mf4j.papers.AssemblyFigure;
import org.mf4j.reproduction.AssemblyProtocol;
import org.mf4j.reproduction.AssemblyReproduction;
import org.mf4j.reproduction.ReproducedAssembly;
import org.mf4j.search.SearchListener;
import org.mf4j.search.Strategy;
import org.mf4j.search.journal.Journals;

/**
 * Fig. 3 of [ESANN] in a small version: fewer settings and trials than {@code mf reproduce
 * esann-fig3} has.
 */
record AssemblySizes(Path dataDir, long seed) {
  private static final AssemblyFigure FIGURE = AssemblyFigure.esann();
  static final List<String> DATASETS = FIGURE.datasets();

  private static final int SETTINGS = 20;
  private static final int TRIALS = 3;

  List<SizeCurves> pictures() throws InterruptedException {
    AssemblyProtocol protocol =
        AssemblyProtocol.paper(new Strategy.RandomSample(SETTINGS), TRIALS, seed);
    List<ReproducedAssembly> cells = new ArrayList<>();
    for (String dataset : DATASETS) {
      cells.addAll(cells(dataset, protocol));
    }
    return List.of(AssemblyCurves.of(cells, protocol));
  }

  private List<ReproducedAssembly> cells(String dataset, AssemblyProtocol protocol)
      throws InterruptedException {
    AssemblyReproduction reproduction =
        new AssemblyReproduction(
            dataset, Datasets.onlyIn(dataDir).read(dataset), protocol, Journals.none());
    List<ReproducedAssembly> cells = new ArrayList<>();
    try {
      for (Assembly assembly : Assembly.values()) {
        for (int units : FIGURE.sizes()) {
          reproduction.run(assembly, units, SearchListener.NONE, () -> false).ifPresent(cells::add);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("trials in memory were written to a file", e);
    }
    return cells;
  }
}
