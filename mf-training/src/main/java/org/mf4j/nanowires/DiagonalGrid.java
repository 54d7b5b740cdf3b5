package org.mf4j.nanowires;

import java.util.ArrayList;
import java.util.List;
import org.mf4j.nanowires.NanowireGraph.Junction;
import org.mf4j.nanowires.NanowireGraph.Point;
import org.mf4j.options.Require;
import org.mf4j.random.SeededRandom;

/**
 * A square grid, every cell of which has one of its two diagonals, chosen at random: the grid-graph
 * model of Montano, Milano and Ricciardi, <i>Grid-graph modeling of emergent neuromorphic dynamics
 * and heterosynaptic plasticity in memristive nanonetworks</i>, Neuromorph. Comput. Eng. 2, 014007
 * (2022).
 *
 * @param rows at least 2
 * @param columns at least 2
 */
public record DiagonalGrid(int rows, int columns) implements NanowireTopology {
  /**
   * There is at least one cell.
   *
   * @throws IllegalArgumentException if there is none
   */
  public DiagonalGrid {
    Require.atLeast("rows", rows, 2);
    Require.atLeast("columns", columns, 2);
  }

  @Override
  public NanowireGraph draw(SeededRandom random) {
    List<Point> nodes = new ArrayList<>();
    List<Junction> junctions = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        int node = row * columns + column;
        nodes.add(new Point(column, row));
        boolean hasRight = column + 1 < columns;
        boolean hasAbove = row + 1 < rows;
        if (hasRight) {
          junctions.add(new Junction(node, node + 1));
        }
        if (hasAbove) {
          junctions.add(new Junction(node, node + columns));
        }
        if (hasRight && hasAbove) {
          boolean rising = random.nextDouble() < 0.5;
          junctions.add(
              rising
                  ? new Junction(node, node + columns + 1)
                  : new Junction(node + 1, node + columns));
        }
      }
    }
    return new NanowireGraph(nodes, junctions);
  }
}
