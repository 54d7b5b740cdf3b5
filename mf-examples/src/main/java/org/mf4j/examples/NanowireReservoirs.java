package org.mf4j.examples;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.mf4j.data.ControlCharts;
import org.mf4j.data.DatasetSplit;
import org.mf4j.data.Datasets;
import org.mf4j.experiment.nanowires.NanowireComparison;
import org.mf4j.experiment.nanowires.NanowireComparison.Row;

/**
 * Networks of nanowires, Kirchhoff's laws and all, beside an MF-ESN of the same size: the same six
 * summaries of the states, the same ridge regression. Then what each remembers of a random signal.
 */
public final class NanowireReservoirs {
  private NanowireReservoirs() {}

  /**
   * Prints tables in Markdown.
   *
   * @param args data sets of the archive; the generated control charts if absent
   */
  public static void main(String[] args) {
    List<DatasetSplit> sets = new ArrayList<>();
    Arrays.stream(args).map(Datasets::load).forEach(sets::add);
    if (sets.isEmpty()) {
      sets.add(ControlCharts.generate(ControlCharts.DEFAULT_SEED));
    }
    for (DatasetSplit set : sets) {
      print(set.train().name() + ", accuracy", NanowireComparison.on(set));
    }
    print("memory capacity", NanowireComparison.memoryCapacity());
    print("NARMA-10, 1 - NRMSE", NanowireComparison.narma10());
  }

  private static void print(String title, List<Row> rows) {
    System.out.printf("%n| %s | mean of 3 | volts from, to, deltaT |%n|--|--|--|%n", title);
    for (Row row : rows) {
      String volts =
          row.volts()
              .map(
                  v ->
                      String.format(
                          Locale.ROOT, "%.0f + %.0f x, %.1f", v.offset(), v.scale(), v.deltaT()))
              .orElse("");
      System.out.printf(Locale.ROOT, "| %s | %.3f | %s |%n", row.name(), row.mean(), volts);
    }
  }
}
