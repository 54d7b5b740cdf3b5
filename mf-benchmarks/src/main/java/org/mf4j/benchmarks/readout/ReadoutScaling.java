package org.mf4j.benchmarks.readout;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.mf4j.readout.Ridge;
import org.mf4j.readout.RidgeOptions;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * How long a readout takes over the number of series and of features, at the sizes of some data
 * sets, and the same features as files for {@code peers/ridge.py}. Features are those of 60 hidden
 * dimensions with noise; the classes are those of the hidden dimensions.
 */
public final class ReadoutScaling {
  private static final int HIDDEN = 60;
  private static final double NOISE = 0.5;
  private static final double NANOS = 1e9;

  /** N = 500 has 3,000 features without kernels and 8,000 with them. */
  private static final List<Shape> SHAPES =
      List.of(
          new Shape("PhalangesOutlinesCorrect", 1_800, 3_000, 2),
          new Shape("LSST", 2_459, 3_000, 14),
          new Shape("PenDigits", 7_494, 3_000, 10),
          new Shape("PenDigits twice", 14_988, 3_000, 10),
          new Shape("PhalangesOutlinesCorrect", 1_800, 8_000, 2),
          new Shape("LSST", 2_459, 8_000, 14),
          new Shape("PenDigits", 7_494, 8_000, 10));

  private ReadoutScaling() {}

  /**
   * Prints a table in Markdown.
   *
   * @param arguments the folder for the features; then, if wanted, which of the shapes, counted
   *     from 0
   * @throws IOException if a file cannot be written
   */
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    List<Shape> shapes =
        arguments.length > 1
            ? List.of(arguments).subList(1, arguments.length).stream()
                .map(index -> SHAPES.get(Integer.parseInt(index)))
                .toList()
            : SHAPES;
    seconds(new Shape("first call", 600, 300, 2), folder);
    System.out.println("| like | n | features | classes | s |");
    System.out.println("|--|--|--|--|--|");
    for (Shape shape : shapes) {
      double seconds = seconds(shape, folder);
      System.out.println(
          String.format(
              Locale.ROOT,
              "| %s | %,d | %,d | %d | %.1f |",
              shape.name(),
              shape.rows(),
              shape.features(),
              shape.classes(),
              seconds));
    }
  }

  private static double seconds(Shape shape, Path folder) throws IOException {
    Nd4j.getRandom().setSeed(1);
    INDArray hidden = Nd4j.randn(DataType.DOUBLE, shape.rows(), HIDDEN);
    INDArray x = hidden.mmul(Nd4j.randn(DataType.DOUBLE, HIDDEN, shape.features()));
    x.addi(Nd4j.randn(DataType.DOUBLE, shape.rows(), shape.features()).muli(NOISE));
    int[] labels =
        hidden.mmul(Nd4j.randn(DataType.DOUBLE, HIDDEN, shape.classes())).argMax(1).toIntVector();
    INDArray y = Nd4j.valueArrayOf(new long[] {labels.length, shape.classes()}, -1.0);
    for (int i = 0; i < labels.length; i++) {
      y.putScalar(i, labels[i], 1);
    }
    shape.write(folder, x, labels);
    long start = System.nanoTime();
    Ridge.fit(x, y, RidgeOptions.leaveOneOut());
    return (System.nanoTime() - start) / NANOS;
  }

  /**
   * A training set behind a reservoir.
   *
   * @param name the data set whose size it has
   * @param rows n
   * @param features N
   * @param classes K
   */
  private record Shape(String name, int rows, int features, int classes) {
    /** Big-endian doubles, row by row, and big-endian integers. */
    void write(Path folder, INDArray x, int... labels) throws IOException {
      String file = "%s-%d-%d-%d".formatted(name.replace(' ', '-'), rows, features, classes);
      try (DataOutputStream out = stream(folder.resolve(file + ".features"))) {
        for (int i = 0; i < rows; i++) {
          for (double value : x.getRow(i).toDoubleVector()) {
            out.writeDouble(value);
          }
        }
      }
      try (DataOutputStream out = stream(folder.resolve(file + ".labels"))) {
        for (int label : labels) {
          out.writeInt(label);
        }
      }
    }

    private static DataOutputStream stream(Path file) throws IOException {
      return new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 20));
    }
  }
}
