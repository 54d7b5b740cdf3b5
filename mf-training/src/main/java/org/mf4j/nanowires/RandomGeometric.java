package org.mf4j.nanowires;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.mf4j.nanowires.NanowireGraph.Junction;
import org.mf4j.nanowires.NanowireGraph.Point;
import org.mf4j.options.Require;
import org.mf4j.random.SeededRandom;

/**
 * Nodes at random places of the unit square, joined where they lie closer than a radius (Gilbert,
 * 1961). Of several parts the largest is kept, so there may be fewer nodes than were placed.
 *
 * @param nodes how many are placed, at least 2
 * @param radius within which two are joined, positive; sqrt(k / (pi nodes)) gives about k
 *     neighbours
 */
public record RandomGeometric(int nodes, double radius) implements NanowireTopology {
  /**
   * There are two nodes, and the radius is positive.
   *
   * @throws IllegalArgumentException if not
   */
  public RandomGeometric {
    Require.atLeast("nodes", nodes, 2);
    Require.positive("radius", radius);
  }

  @Override
  public NanowireGraph draw(SeededRandom random) {
    List<Point> points =
        Stream.generate(() -> new Point(random.nextDouble(), random.nextDouble()))
            .limit(nodes)
            .toList();
    List<Junction> junctions = new ArrayList<>();
    for (int i = 0; i < nodes; i++) {
      for (int j = i + 1; j < nodes; j++) {
        if (points.get(i).distance(points.get(j)) < radius) {
          junctions.add(new Junction(i, j));
        }
      }
    }
    return NanowireGraph.largestPart(points, junctions);
  }
}
