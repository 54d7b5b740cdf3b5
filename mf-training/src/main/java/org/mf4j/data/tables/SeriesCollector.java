package org.mf4j.data.tables;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.mf4j.data.series.DataException;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.data.text.ClassNames;
import org.mf4j.data.text.ForeignText;
import org.mf4j.data.text.NumberText;
import org.mf4j.data.text.Padding;
import org.mf4j.data.text.SetBuilder;
import org.mf4j.data.text.TextLines;

/** Makes series of the rows of tables, and a set of the series. */
final class SeriesCollector {
  /** Steps that differ by less are those of a clock that is not exact. */
  private static final double UNEVEN = 1.5;

  private final boolean isRegression;
  private final boolean targetsRequired;
  private final List<double[][]> series = new ArrayList<>();
  private final List<String> answers = new ArrayList<>();
  private double shortestStep = Double.POSITIVE_INFINITY;
  private double longestStep;

  SeriesCollector(TableColumns columns, boolean targetsRequired) {
    this.isRegression = columns.target().isPresent();
    this.targetsRequired = targetsRequired;
  }

  int size() {
    return series.size();
  }

  /** A row that is a series of one channel. */
  void addWhole(TextLines lines, TableRow row) {
    double[][] values = Padding.removed(new double[][] {row.values()});
    if (values[0].length == 0) {
      throw lines.lineError(row.line(), "there is no value.");
    }
    add(values, answer(lines, List.of(row), "the series"));
  }

  /** The rows of every id, in the order of their first rows. */
  void addById(TextLines lines, List<TableRow> all) {
    Map<String, List<TableRow>> byId = new LinkedHashMap<>();
    for (TableRow row : all) {
      if (row.id().isEmpty()) {
        throw lines.lineError(row.line(), "the id, which tells series apart, is empty.");
      }
      byId.computeIfAbsent(row.id(), id -> new ArrayList<>()).add(row);
    }
    byId.forEach(
        (id, rows) -> {
          String name = "the series " + ForeignText.quote(id);
          add(steps(lines, rows, name), answer(lines, rows, name));
        });
  }

  /** All rows of a file, whose class or number is in its rows. */
  void addFile(TextLines lines, List<TableRow> rows) {
    add(steps(lines, rows, "the series"), answer(lines, rows, "the series"));
  }

  /** All rows of a file of a class. */
  void addFile(TextLines lines, List<TableRow> rows, String label) {
    add(steps(lines, rows, "the series"), label);
  }

  private void add(double[][] values, String answer) {
    series.add(values);
    answers.add(answer);
  }

  private double[][] steps(TextLines lines, List<TableRow> rows, String name) {
    List<TableRow> ordered = new ArrayList<>(rows);
    ordered.sort(Comparator.comparingDouble(TableRow::time));
    for (int i = 1; i < ordered.size(); i++) {
      TableRow before = ordered.get(i - 1);
      double step = ordered.get(i).time() - before.time();
      if (step == 0) {
        throw lines.lineError(
            ordered.get(i).line(), name + " has the time of line " + before.line() + " again.");
      }
      shortestStep = Math.min(shortestStep, Double.isNaN(step) ? shortestStep : step);
      longestStep = Math.max(longestStep, Double.isNaN(step) ? longestStep : step);
    }
    return IntStream.range(0, ordered.get(0).values().length)
        .mapToObj(c -> ordered.stream().mapToDouble(row -> row.values()[c]).toArray())
        .toArray(double[][]::new);
  }

  /** What all rows of a series say that say anything; empty if none does. */
  private String answer(TextLines lines, List<TableRow> rows, String name) {
    List<TableRow> telling = rows.stream().filter(row -> isKnown(row.answer())).toList();
    if (telling.isEmpty() && targetsRequired) {
      throw lines.lineError(
          rows.get(0).line(), name + " has no " + (isRegression ? "number to regress." : "class."));
    }
    for (TableRow row : telling) {
      TableRow first = telling.get(0);
      if (!row.answer().equals(first.answer())) {
        throw lines.lineError(
            row.line(),
            "%s is %s here, but %s in line %d; a series has one class or number."
                .formatted(
                    name,
                    ForeignText.quote(row.answer()),
                    ForeignText.quote(first.answer()),
                    first.line()));
      }
    }
    return telling.isEmpty() ? "" : spelt(lines, telling.get(0));
  }

  private static boolean isKnown(String answer) {
    return !answer.isEmpty() && !NumberText.isUnknownLabel(answer);
  }

  private String spelt(TextLines lines, TableRow row) {
    if (!isRegression) {
      return ClassNames.of(row.answer())
          .orElseThrow(
              () ->
                  wrong(
                      lines, row, "is no class, which is a whole number or a word, but a target."));
    }
    String text = row.answer().replace(',', '.');
    if (!NumberText.isNumber(text)) {
      throw wrong(lines, row, "is not a number to regress; a word is a label.");
    }
    return text;
  }

  private static DataException wrong(TextLines lines, TableRow row, String predicate) {
    return lines.lineError(row.line(), ForeignText.quote(row.answer()) + " " + predicate);
  }

  /** The set; what the times say is noted. */
  SeriesSet build(String name, TextLines lines) {
    if (longestStep > UNEVEN * shortestStep) {
      lines.note(
          "has times that are %s to %s apart; every step counts as one."
              .formatted(number(shortestStep), number(longestStep)));
    }
    return build(name);
  }

  private static String number(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Float.toString((float) value);
  }

  SeriesSet build(String name) {
    List<String> known = answers.stream().filter(answer -> !answer.isEmpty()).toList();
    List<String> classes = isRegression ? List.of() : ClassNames.ordered(known);
    Map<String, Integer> index = new HashMap<>();
    classes.forEach(label -> index.put(label, index.size()));
    SetBuilder set = new SetBuilder(name);
    for (int i = 0; i < series.size(); i++) {
      String answer = answers.get(i);
      set.add(series.get(i), answer.isEmpty() ? Double.NaN : target(answer, index));
    }
    return set.build(classes);
  }

  private double target(String answer, Map<String, Integer> index) {
    return isRegression ? Double.parseDouble(answer) : index.get(answer);
  }
}
