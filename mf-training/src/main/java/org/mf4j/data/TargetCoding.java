package org.mf4j.data;

import java.util.Arrays;
import org.mf4j.data.series.SeriesSet;

/** How the target of a series becomes the row of labels that a network is trained on. */
public enum TargetCoding {
  /** C columns, 1 for the class and 0 elsewhere: softmax with cross-entropy. */
  ONE_HOT {
    @Override
    int columns(int classes) {
      return classes;
    }

    @Override
    void encode(double target, float[] labels, int offset, int columns) {
      labels[offset + (int) target] = 1;
    }
  },

  /** One column, 0 for the first of two classes and 1 for the second: one sigmoid unit. */
  BINARY {
    @Override
    int columns(int classes) {
      return 1;
    }

    @Override
    void encode(double target, float[] labels, int offset, int columns) {
      labels[offset] = (float) target;
    }
  },

  /** C columns, +1 for the class and -1 elsewhere: one-vs-rest regression. */
  PLUS_MINUS_ONE {
    @Override
    int columns(int classes) {
      return classes;
    }

    @Override
    void encode(double target, float[] labels, int offset, int columns) {
      Arrays.fill(labels, offset, offset + columns, -1);
      labels[offset + (int) target] = 1;
    }
  },

  /** One column, the number itself. */
  REGRESSION {
    @Override
    int columns(int classes) {
      return 1;
    }

    @Override
    void encode(double target, float[] labels, int offset, int columns) {
      labels[offset] = (float) target;
    }
  };

  /**
   * The coding for networks trained by gradients, as in the papers: {@link #REGRESSION} without
   * classes, {@link #BINARY} for two, {@link #ONE_HOT} for more.
   *
   * @param set the series
   * @return the coding
   */
  public static TargetCoding of(SeriesSet set) {
    if (!set.isClassification()) {
      return REGRESSION;
    }
    return set.classes().size() == 2 ? BINARY : ONE_HOT;
  }

  /**
   * The number of label columns, which is the number of output units.
   *
   * @param set the series
   * @return C or 1
   * @throws IllegalArgumentException if the coding does not suit the task: {@link #REGRESSION} is
   *     for sets without classes, {@link #BINARY} for two classes, the others for two or more
   */
  public int columns(SeriesSet set) {
    int classes = set.classes().size();
    boolean suits =
        switch (this) {
          case REGRESSION -> classes == 0;
          case BINARY -> classes == 2;
          case ONE_HOT, PLUS_MINUS_ONE -> classes >= 2;
        };
    if (!suits) {
      throw new IllegalArgumentException(
          "coding = "
              + this
              + ": does not suit "
              + set.name()
              + ", which has "
              + classes
              + " classes (0 means regression)");
    }
    return columns(classes);
  }

  abstract int columns(int classes);

  /** Writes one row into zeros. */
  abstract void encode(double target, float[] labels, int offset, int columns);
}
