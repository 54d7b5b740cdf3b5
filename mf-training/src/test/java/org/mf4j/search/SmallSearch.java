package org.mf4j.search;

import java.util.List;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.dynamics.PhysicalConstant;
import org.mf4j.models.MemristiveSettings;
import org.mf4j.models.ModelKind;
import org.mf4j.models.Settings;
import org.mf4j.models.ToySets;
import org.mf4j.models.ToySettings;

/** A search of a moment: 2 x 2 x 2 configurations of a small MF-ESN, two draws each. */
final class SmallSearch {
  static final SeriesSet TRAIN = ToySets.levels().train();
  static final SearchOptions OPTIONS =
      new SearchOptions(new Strategy.Exhaustive(), new Validation.HoldOut(.2), 2, 7);

  private SmallSearch() {}

  static Grid grid() {
    return new Grid(
        ToySettings.of(ModelKind.MF_ESN).withUnits(5),
        List.of(
            Dimension.of(Settings.INPUT_SCALING, .1, 1.),
            Dimension.of(Settings.LAMBDA, .01, 1.),
            Dimension.of(MemristiveSettings.setting(PhysicalConstant.GAMMA), .8, 1.)));
  }

  static Search of(Strategy strategy) {
    return new Search(
        grid(),
        TRAIN,
        new SearchOptions(strategy, OPTIONS.validation(), OPTIONS.draws(), OPTIONS.seed()));
  }

  static Search exhaustive() {
    return of(OPTIONS.strategy());
  }

  /** A standing without its time, which no two runs share. */
  static List<List<Object>> comparable(SearchResult result) {
    return result.standings().stream()
        .map(
            one ->
                List.<Object>of(
                    one.configuration().id(), one.round(), one.scores(), one.failures()))
        .toList();
  }
}
