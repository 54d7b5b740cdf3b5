package org.mf4j.layers;

import java.util.ArrayList;
import java.util.List;
import org.mf4j.engine.StateObserver;
import org.mf4j.summaries.SummaryOptions;
import org.mf4j.summaries.Trajectories;

/** Summarises the states of a batch, some series at a time. */
final class TrajectoryObserver implements StateObserver {
  /**
   * So many steps are gathered before they are summarised, a few series at a time: then the running
   * sums of these series stay in the first-level cache for as many steps, instead of passing
   * through it at every step.
   */
  private static final int STEPS = 16;

  /** So many numbers are gathered at most: they should stay in the second-level cache. */
  private static final int GATHERED = 1 << 16;

  /** So many neurons are summarised together. */
  private static final int TILE = 400;

  private final SummaryOptions options;
  private final StepMask mask;
  private final int neurons;
  private final double[][] features;

  TrajectoryObserver(SummaryOptions options, StepMask mask, int neurons) {
    this.options = options;
    this.mask = mask;
    this.neurons = neurons;
    this.features = new double[mask.series()][];
  }

  /** {@return one row of features per series, after the run} */
  double[][] features() {
    return features;
  }

  @Override
  public OfSeries series(int start, int rows) {
    List<Tile> tiles = new ArrayList<>();
    int rowsOfTile = Math.max(1, TILE / neurons);
    for (int row = 0; row < rows; row += rowsOfTile) {
      tiles.add(new Tile(start + row, row, Math.min(rowsOfTile, rows - row)));
    }
    return new Tiles(tiles, rows * neurons);
  }

  /** A few of these series. */
  private final class Tile {
    private final int start;
    private final int firstEntry;
    private final StepMask here;
    private final Trajectories trajectories;
    private final double[] h;

    Tile(int start, int row, int rows) {
      this.start = start;
      this.firstEntry = row * neurons;
      this.here = mask.ofRows(start, rows);
      this.trajectories = Trajectories.ofSeries(options, neurons, here.lengths());
      this.h = new double[rows * neurons];
    }

    void add(int t, float[] states) {
      for (int i = 0; i < h.length; i++) {
        h[i] = states[firstEntry + i];
      }
      trajectories.add(h, here.at(t));
    }

    void end() {
      double[][] mine = trajectories.features();
      System.arraycopy(mine, 0, features, start, mine.length);
    }
  }

  /** Gathers steps and hands them to the tiles. */
  private static final class Tiles implements OfSeries {
    private final List<Tile> tiles;
    private final float[][] gathered;
    private int end;

    Tiles(List<Tile> tiles, int entries) {
      this.tiles = tiles;
      this.gathered = new float[Math.max(1, Math.min(STEPS, GATHERED / entries))][entries];
    }

    @Override
    public void step(int t, float[] states, int first) {
      float[] target = gathered[t % gathered.length];
      System.arraycopy(states, first, target, 0, target.length);
      end = t + 1;
      if (end % gathered.length == 0) {
        flush(end - gathered.length);
      }
    }

    private void flush(int start) {
      for (Tile tile : tiles) {
        for (int t = start; t < end; t++) {
          tile.add(t, gathered[t % gathered.length]);
        }
      }
    }

    @Override
    public void end() {
      flush(end / gathered.length * gathered.length);
      tiles.forEach(Tile::end);
    }
  }
}
