package org.mf4j.data.ucr;

import java.util.Comparator;
import java.util.List;

/** The classes of a file, which has no header to list them: those that occur, ascending. */
record UcrClasses(List<String> labels) {
  /** Numbers by value and before words. */
  private static final Comparator<String> ASCENDING =
      Comparator.comparing(UcrClasses::value).thenComparing(Comparator.naturalOrder());

  static UcrClasses of(List<UcrRow> rows) {
    return new UcrClasses(
        rows.stream().flatMap(row -> row.label().stream()).distinct().sorted(ASCENDING).toList());
  }

  private static double value(String label) {
    return label.matches("-?[0-9]+") ? Double.parseDouble(label) : Double.POSITIVE_INFINITY;
  }

  /** NaN if the class is not known. */
  double index(UcrRow row) {
    return row.label().map(labels::indexOf).map(Integer::doubleValue).orElse(Double.NaN);
  }
}
