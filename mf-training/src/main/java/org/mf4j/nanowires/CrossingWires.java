package org.mf4j.nanowires;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.mf4j.nanowires.NanowireGraph.Junction;
import org.mf4j.nanowires.NanowireGraph.Point;
import org.mf4j.options.Require;
import org.mf4j.random.SeededRandom;

/**
 * Wires that fall onto the unit square: centre uniform, angle uniform, length normal. A wire is a
 * node, at its centre, and two wires that cross share a junction. Of several parts the largest is
 * kept, so there may be fewer nodes than wires.
 *
 * @param wires how many fall, at least 2
 * @param meanLength the mean of their lengths, positive
 * @param spread the standard deviation of their lengths, 0 or above; a negative length is one in
 *     the other direction
 */
public record CrossingWires(int wires, double meanLength, double spread)
    implements NanowireTopology {
  /**
   * There are two wires, and lengths are positive.
   *
   * @throws IllegalArgumentException if not
   */
  public CrossingWires {
    Require.atLeast("wires", wires, 2);
    Require.positive("meanLength", meanLength);
    Require.nonNegative("spread", spread);
  }

  /** A wire from its centre by half its length to both sides. */
  record Wire(Point centre, double halfX, double halfY) {
    /**
     * Whether two wires cross: c1 + s d1 = c2 + t d2 with |s|, |t| at most 1, by Cramer's rule.
     * Parallel wires do not.
     */
    boolean crosses(Wire other) {
      double determinant = halfX * other.halfY - halfY * other.halfX;
      double x = other.centre.x() - centre.x();
      double y = other.centre.y() - centre.y();
      double s = x * other.halfY - y * other.halfX;
      double t = x * halfY - y * halfX;
      double bound = Math.abs(determinant);
      return bound > 0 && Math.abs(s) <= bound && Math.abs(t) <= bound;
    }
  }

  @Override
  public NanowireGraph draw(SeededRandom random) {
    List<Wire> fallen = Stream.generate(() -> wire(random)).limit(wires).toList();
    List<Junction> junctions = new ArrayList<>();
    for (int i = 0; i < wires; i++) {
      for (int j = i + 1; j < wires; j++) {
        if (fallen.get(i).crosses(fallen.get(j))) {
          junctions.add(new Junction(i, j));
        }
      }
    }
    return NanowireGraph.largestPart(fallen.stream().map(Wire::centre).toList(), junctions);
  }

  private Wire wire(SeededRandom random) {
    Point centre = new Point(random.nextDouble(), random.nextDouble());
    double angle = random.uniform(0, Math.PI);
    double half = (meanLength + spread * random.nextGaussian()) / 2;
    return new Wire(centre, half * StrictMath.cos(angle), half * StrictMath.sin(angle));
  }
}
