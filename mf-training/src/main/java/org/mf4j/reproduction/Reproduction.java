package org.mf4j.reproduction;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.mf4j.data.DatasetSplit;
import org.mf4j.models.Baseline;
import org.mf4j.models.ModelKind;
import org.mf4j.models.ModelSettings;
import org.mf4j.models.Task;
import org.mf4j.papers.AplGrids;
import org.mf4j.papers.LoggedTimes;
import org.mf4j.papers.PaperTable;
import org.mf4j.search.Grid;
import org.mf4j.search.SearchListener;
import org.mf4j.search.SearchResult;
import org.mf4j.search.Standing;
import org.mf4j.search.Strategy;
import org.mf4j.search.journal.Journals;

/**
 * The protocol of [APL], cell by cell: the settings are selected by the authors or by their grid on
 * a stratified fifth of the training set; then several trials learn from the whole training set and
 * are scored on the test set. Every trial is in a journal, so that a table that was interrupted
 * goes on where it was.
 */
public final class Reproduction {
  private final PaperTable.Row row;
  private final DatasetSplit data;
  private final Protocol protocol;
  private final Stages stages;

  /**
   * A row of a table.
   *
   * @param row what was published
   * @param data its data set, without missing values
   * @param protocol how it is reproduced
   * @param journals where the trials are kept
   */
  public Reproduction(PaperTable.Row row, DatasetSplit data, Protocol protocol, Journals journals) {
    this.row = row;
    this.data = data;
    this.protocol = protocol;
    this.stages = new Stages(data, "", journals, protocol.seed());
  }

  /**
   * Why a model cannot be reproduced in this mode.
   *
   * @param kind the model
   * @return a reason in words, or nothing
   */
  public Optional<String> obstacle(ModelKind kind) {
    boolean needsSelected = protocol.mode() == Protocol.Mode.SELECTED;
    return needsSelected && kind.preset().isEmpty() && !row.selected().containsKey(kind)
        ? Optional.of("the papers do not say which settings were selected; use the mode search")
        : Optional.empty();
  }

  /**
   * Runs one cell.
   *
   * @param kind the model
   * @param listener is told how the search, and then the final trials, go on
   * @param stopped true ends the run
   * @return the cell; empty if it was stopped before its end, or no configuration succeeded
   * @throws IOException if a journal cannot be read or written
   * @throws InterruptedException if the thread was interrupted
   */
  public Optional<Reproduced> run(ModelKind kind, SearchListener listener, BooleanSupplier stopped)
      throws IOException, InterruptedException {
    Optional<SearchResult> selection = Optional.empty();
    Optional<ModelSettings> settings = Optional.ofNullable(given(kind));
    if (settings.isEmpty()) {
      SearchResult found = search(kind, listener, stopped);
      selection = Optional.of(found);
      settings = found.isComplete() ? found.best().map(Reproduction::settings) : Optional.empty();
    }
    if (settings.isEmpty() || stopped.getAsBoolean()) {
      return Optional.empty();
    }
    SearchResult finals = finals(settings.get(), listener, stopped);
    return finals.isComplete()
        ? Optional.of(cell(settings.get(), selection, finals))
        : Optional.empty();
  }

  private static ModelSettings settings(Standing standing) {
    return standing.configuration().settings();
  }

  /** A preset is for every task. */
  private ModelSettings given(ModelKind kind) {
    if (kind.preset().isPresent()) {
      return protocol.shortened().apply(kind.preset().get());
    }
    return protocol.mode() == Protocol.Mode.SELECTED
        ? protocol.shortened().apply(row.selected().get(kind))
        : null;
  }

  private SearchResult search(ModelKind kind, SearchListener listener, BooleanSupplier stopped)
      throws IOException, InterruptedException {
    Grid grid = AplGrids.of(kind);
    return stages.select(
        journal(kind, "search"),
        grid.withBase(protocol.shortened().apply(grid.base())),
        new Strategy.Exhaustive(),
        AplGrids.draws(kind),
        listener,
        stopped);
  }

  private SearchResult finals(
      ModelSettings settings, SearchListener listener, BooleanSupplier stopped)
      throws IOException, InterruptedException {
    String name = "final-" + protocol.mode().name().toLowerCase(Locale.ROOT);
    return stages.trials(
        journal(settings.kind(), name), settings, protocol.trials(), listener, stopped);
  }

  private String journal(ModelKind kind, String stage) {
    return "%s-%s-%s".formatted(row.dataset(), kind.id(), stage);
  }

  private Reproduced cell(
      ModelSettings settings, Optional<SearchResult> selection, SearchResult finals) {
    ModelKind kind = settings.kind();
    return new Reproduced(
        row.dataset(),
        kind,
        Task.of(data.train()).metric(),
        settings,
        selection,
        finals,
        Baseline.of(data.train()).score(data.test()),
        row.remark().isPresent()
            ? Optional.empty()
            : Optional.ofNullable(row.published().get(kind)),
        LoggedTimes.selection(kind, row.dataset()));
  }
}
