package org.mf4j.data;

import org.mf4j.random.SeededRandom;

/** The classes of {@link ControlCharts}, in the order of the archive, with its letters. */
enum ControlChartPattern {
  NORMAL("normal") {
    @Override
    Component draw(SeededRandom random, int n) {
      return t -> 0;
    }
  },
  CYCLIC("cyclic") {
    @Override
    Component draw(SeededRandom random, int n) {
      double amplitude = random.uniform(10, 15);
      double period = random.uniform(10, 15);
      // StrictMath: the same bits on every machine.
      return t -> amplitude * StrictMath.sin(2 * Math.PI * t / period);
    }
  },
  INCREASING_TREND("increasing trend") {
    @Override
    Component draw(SeededRandom random, int n) {
      return trend(random, 1);
    }
  },
  DECREASING_TREND("decreasing trend") {
    @Override
    Component draw(SeededRandom random, int n) {
      return trend(random, -1);
    }
  },
  UPWARD_SHIFT("upward shift") {
    @Override
    Component draw(SeededRandom random, int n) {
      return shift(random, n, 1);
    }
  },
  DOWNWARD_SHIFT("downward shift") {
    @Override
    Component draw(SeededRandom random, int n) {
      return shift(random, n, -1);
    }
  };

  private final String label;

  ControlChartPattern(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  /** Draws the parameters of one chart of n steps. */
  abstract Component draw(SeededRandom random, int n);

  private static Component trend(SeededRandom random, int sign) {
    double gradient = random.uniform(0.2, 0.5);
    return t -> sign * gradient * t;
  }

  private static Component shift(SeededRandom random, int n, int sign) {
    double magnitude = random.uniform(7.5, 20);
    double position = random.uniform(n / 3.0, 2 * n / 3.0);
    return t -> t >= position ? sign * magnitude : 0;
  }

  /** What a chart adds to the in-control process at step t = 1, ..., n. */
  interface Component {
    double at(int t);
  }
}
