package org.mf4j.data.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mf4j.data.series.DataException;
import org.mf4j.data.text.ForeignText;
import org.mf4j.data.text.LineCells;
import org.mf4j.data.text.NumberText;
import org.mf4j.data.text.TextLines;

/**
 * The columns of one file and their places, from 0.
 *
 * @param names of all columns: those of the first line, or their places from 1
 * @param isFirstLine whether the first line names them and holds no values
 * @param id the column that tells series apart; -1 for none, as for the next two
 * @param time the times
 * @param answer the classes or numbers to regress; {@link #END} for the last cell of every line
 * @param values the columns of the values, in order
 */
record TableHeader(
    List<String> names, boolean isFirstLine, int id, int time, int answer, List<Integer> values) {
  /** In a file without names, whose lines may have different lengths. */
  static final int END = -2;

  private static final String LAST = "last";

  static TableHeader of(TextLines lines, String firstLine, char separator, TableColumns columns) {
    List<String> cells = new ArrayList<>();
    LineCells walk = new LineCells(firstLine, separator);
    while (walk.next()) {
      cells.add(walk.text());
    }
    boolean named = isOfNames(cells, columns);
    List<String> names = new ArrayList<>(cells);
    if (!named) {
      names.replaceAll(cell -> "");
      for (int i = 0; i < names.size(); i++) {
        names.set(i, String.valueOf(i + 1));
      }
    }
    return new Places(lines, names).header(named, columns);
  }

  /** A line that has one of the names, or no number at all. */
  private static boolean isOfNames(List<String> cells, TableColumns columns) {
    List<String> wanted = new ArrayList<>(columns.channels());
    List.of(columns.id(), columns.time(), columns.answer())
        .forEach(column -> column.ifPresent(wanted::add));
    return cells.stream().anyMatch(cell -> wanted.contains(cell) && NumberText.isName(cell))
        || cells.stream().noneMatch(NumberText::isNumber);
  }

  /** Whether a line is one series, as long as it is. */
  boolean isRagged() {
    return !isFirstLine && id < 0 && time < 0;
  }

  String name(int column) {
    return column < names.size() ? names.get(column) : String.valueOf(column + 1);
  }

  /** The names of the columns of values. */
  List<String> channels() {
    return values.stream().map(names::get).toList();
  }

  /** Finds columns. */
  private record Places(TextLines lines, List<String> names) {
    TableHeader header(boolean named, TableColumns columns) {
      int id = place(columns.id());
      int time = place(columns.time());
      boolean end = !named && columns.answer().filter(LAST::equals).isPresent();
      int answer = end ? END : place(columns.answer());
      List<Integer> values = new ArrayList<>();
      columns.channels().forEach(channel -> values.add(place(channel)));
      for (int i = 0; columns.channels().isEmpty() && i < names.size(); i++) {
        if (i != id && i != time && i != answer && (!end || i < names.size() - 1)) {
          values.add(i);
        }
      }
      if (values.isEmpty()) {
        throw lines.lineError("no column is left for the values.");
      }
      return new TableHeader(names, named, id, time, answer, List.copyOf(values));
    }

    private int place(Optional<String> name) {
      return name.map(this::place).orElse(-1);
    }

    private int place(String name) {
      int place = names.indexOf(name);
      if (place != names.lastIndexOf(name)) {
        throw lines.lineError("two columns are called " + ForeignText.quote(name) + ".");
      }
      if (place < 0 && name.equals(LAST)) {
        return names.size() - 1;
      }
      if (place < 0 && name.matches("[1-9][0-9]{0,6}") && Integer.parseInt(name) <= names.size()) {
        return Integer.parseInt(name) - 1;
      }
      if (place < 0) {
        throw unknown(name);
      }
      return place;
    }

    private DataException unknown(String name) {
      return lines.lineError(
          "there is no column %s; the columns are %s."
              .formatted(ForeignText.quote(name), ForeignText.list(names)));
    }
  }
}
