package org.mf4j.benchmarks.models;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import org.mf4j.data.DatasetSplit;
import org.mf4j.data.Datasets;
import org.mf4j.experiment.Comparison;
import org.mf4j.experiment.ComparisonListener;
import org.mf4j.experiment.ModelResult;
import org.mf4j.models.Metric;
import org.mf4j.models.MfEsn;
import org.mf4j.models.ModelSettings;

/**
 * The tables of {@code docs/results/hetero-mf-esn.md} and {@code plain-hetero-mf-esn.md}: the one
 * preset of the heterogeneous MF-ESN, with kernels and without, on every data set of a folder,
 * which is the argument. Five seeds, 100 and 500 neurons.
 */
public final class HeterogeneousScores {
  private static final List<String> DATASETS =
      List.of(
          "SyntheticControl",
          "GunPoint",
          "ECG5000",
          "JapaneseVowels",
          "BasicMotions",
          "FloodModeling1",
          "FloodModeling2",
          "Covid3Month");

  private HeterogeneousScores() {}

  /**
   * Prints the tables in Markdown.
   *
   * @param arguments the folder that holds NAME/NAME_TRAIN.ts and NAME/NAME_TEST.ts; then, if
   *     wanted, the names of data sets
   * @throws InterruptedException if interrupted
   */
  public static void main(String[] arguments) throws InterruptedException {
    Path folder = Path.of(arguments[0]);
    List<String> names =
        arguments.length > 1 ? List.of(arguments).subList(1, arguments.length) : DATASETS;
    print(folder, names, MfEsn::heterogeneous);
    print(folder, names, MfEsn::plainHeterogeneous);
  }

  private static void print(Path folder, List<String> names, IntFunction<ModelSettings> preset)
      throws InterruptedException {
    System.out.printf(
        "%n| %s | N = 100 | fit + test s | N = 500 | fit + test s |%n",
        preset.apply(1).kind().id());
    System.out.println("|--|--|--|--|--|");
    for (String name : names) {
      if (Files.isDirectory(folder.resolve(name))) {
        System.out.println(row(Datasets.onlyIn(folder).read(name), preset, 5, 100, 500));
      }
    }
  }

  /** One line of a table. */
  static String row(DatasetSplit data, IntFunction<ModelSettings> preset, int trials, int... sizes)
      throws InterruptedException {
    Comparison comparison = new Comparison(data);
    String format = comparison.metric() == Metric.ACCURACY ? "%.4f +- %.4f" : "%.5f +- %.5f";
    List<String> cells = new ArrayList<>();
    for (int units : sizes) {
      ModelResult result =
          comparison.run(List.of(preset.apply(units)), trials, 1, ComparisonListener.NONE).get(0);
      cells.add(String.format(Locale.ROOT, format, result.mean(), result.std()));
      cells.add(String.format(Locale.ROOT, "%.2f", result.fitSeconds() + result.predictSeconds()));
    }
    return "| " + data.train().name() + " | " + String.join(" | ", cells) + " |";
  }
}
