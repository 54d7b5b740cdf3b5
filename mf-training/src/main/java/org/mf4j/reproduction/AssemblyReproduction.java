package org.mf4j.reproduction;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.mf4j.data.DatasetSplit;
import org.mf4j.models.Baseline;
import org.mf4j.models.ModelSettings;
import org.mf4j.models.Settings;
import org.mf4j.models.Task;
import org.mf4j.papers.Assembly;
import org.mf4j.search.Dimension;
import org.mf4j.search.Grid;
import org.mf4j.search.SearchListener;
import org.mf4j.search.SearchResult;
import org.mf4j.search.journal.Journals;

/**
 * The accuracy of assemblies over their size on one data set, Fig. 3 of [ESANN]: for every kind of
 * neuron and every size, settings are selected from Table 3 and scored on the test set. Settings of
 * nanowires for which Theorem 3.1 does not hold on the training set are recorded as refused.
 */
public final class AssemblyReproduction {
  private final String dataset;
  private final AssemblyProtocol protocol;
  private final Stages stages;

  /**
   * A data set.
   *
   * @param dataset its name
   * @param data as it was read, without missing values
   * @param protocol how assemblies are compared
   * @param journals where the trials are kept
   */
  public AssemblyReproduction(
      String dataset, DatasetSplit data, AssemblyProtocol protocol, Journals journals) {
    this.dataset = dataset;
    this.protocol = protocol;
    this.stages =
        new Stages(
            protocol.transforms().fit(data.train()).apply(data),
            protocol.transforms().text(),
            journals,
            protocol.seed());
  }

  /**
   * Runs one assembly of one size.
   *
   * @param assembly the kind of neurons
   * @param units N
   * @param listener is told how the search, and then the final trials, go on
   * @param stopped true ends the run
   * @return the cell; empty if it was stopped before its end, or no setting succeeded
   * @throws IOException if a journal cannot be read or written
   * @throws InterruptedException if the thread was interrupted
   */
  public Optional<ReproducedAssembly> run(
      Assembly assembly, int units, SearchListener listener, BooleanSupplier stopped)
      throws IOException, InterruptedException {
    String name = "%s-%s-%d-".formatted(dataset, assembly.id(), units);
    SearchResult selection =
        stages.select(
            name + "search",
            grid(assembly, units),
            protocol.strategy(),
            Assembly.DRAWS,
            listener,
            stopped);
    if (!selection.isComplete() || selection.best().isEmpty() || stopped.getAsBoolean()) {
      return Optional.empty();
    }
    ModelSettings selected = selection.best().get().configuration().settings();
    SearchResult finals =
        stages.trials(name + "final", selected, protocol.trials(), listener, stopped);
    return finals.isComplete()
        ? Optional.of(new ReproducedAssembly(assembly, cell(selected, selection, finals)))
        : Optional.empty();
  }

  private Grid grid(Assembly assembly, int units) {
    Grid published = assembly.grid(units);
    if (protocol.lambdas().equals(List.of(AssemblyProtocol.LAMBDA))) {
      return published;
    }
    List<Dimension> dimensions = new ArrayList<>(published.dimensions());
    dimensions.add(Dimension.of(Settings.LAMBDA, protocol.lambdas().toArray()));
    return new Grid(published.base(), dimensions);
  }

  private Reproduced cell(ModelSettings selected, SearchResult selection, SearchResult finals) {
    DatasetSplit data = stages.data();
    return new Reproduced(
        dataset,
        selected.kind(),
        Task.of(data.train()).metric(),
        selected,
        Optional.of(selection),
        finals,
        Baseline.of(data.train()).score(data.test()),
        Optional.empty(),
        Optional.empty());
  }
}
