package org.mf4j.experiment.archive;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.mf4j.data.series.DataException;

/**
 * The test accuracies of one method, on the default splits of an archive.
 *
 * @param method its name, not blank
 * @param bySet the accuracy in [0, 1] by the name of the set, rounded to three decimals: as many as
 *     are published, so that a draw is a draw
 */
public record MethodAccuracies(String method, Map<String, Double> bySet) {
  private static final double DECIMALS = 1000;
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setCommentMarker('#')
          .setIgnoreSurroundingSpaces(true)
          .setTrim(true)
          .setIgnoreEmptyLines(true)
          .build();

  /**
   * Checks and rounds.
   *
   * @throws IllegalArgumentException if the name is blank or an accuracy is not in [0, 1]
   */
  public MethodAccuracies {
    if (method.isBlank()) {
      throw new IllegalArgumentException("method: must have a name");
    }
    Map<String, Double> rounded = new LinkedHashMap<>();
    bySet.forEach((set, accuracy) -> rounded.put(set, rounded(set, accuracy)));
    bySet = Collections.unmodifiableMap(rounded);
  }

  private static double rounded(String set, double accuracy) {
    if (!(accuracy >= 0 && accuracy <= 1)) {
      throw new IllegalArgumentException(
          "accuracy of " + set + " = " + accuracy + ": must be in [0, 1]");
    }
    return Math.round(accuracy * DECIMALS) / DECIMALS;
  }

  /**
   * What the authors of five methods have published for sets of the UCR archive; the resource names
   * the sources.
   *
   * @return MiniRocket, ROCKET, MultiRocket, HIVE-COTE 2 and InceptionTime
   */
  public static List<MethodAccuracies> published() {
    String name = "published.csv";
    try (Reader in =
        new InputStreamReader(
            MethodAccuracies.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
      return read(in, name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a table: a line that names the columns, the first of them the set, then a line per set,
   * commas between, an empty cell where a method has no result; lines that begin with # are
   * comments.
   *
   * @param file the table, in UTF-8
   * @return one per column behind the first
   * @throws DataException if it is no such table; the message names the line
   * @throws IOException if the file cannot be read
   */
  public static List<MethodAccuracies> read(Path file) throws IOException {
    try (Reader in = Files.newBufferedReader(file)) {
      return read(in, file.toString());
    }
  }

  private static List<MethodAccuracies> read(Reader in, String name) throws IOException {
    try (CSVParser table = CSVParser.parse(in, FORMAT)) {
      List<String> columns = table.getHeaderNames();
      if (columns.size() < 2) {
        throw new DataException(
            name + ": the first line must name the set and a method at least, as in set,MyMethod.");
      }
      Map<String, Map<String, Double>> all = new LinkedHashMap<>();
      columns.stream().skip(1).forEach(method -> all.put(method, new LinkedHashMap<>()));
      for (CSVRecord line : table) {
        String place = name + ", line " + table.getCurrentLineNumber() + ": ";
        read(line, columns, place, all);
      }
      List<MethodAccuracies> methods = new ArrayList<>();
      all.forEach((method, bySet) -> methods.add(new MethodAccuracies(method, bySet)));
      return methods;
    } catch (IllegalArgumentException e) {
      // A column without a name, or with that of another one.
      throw new DataException(name + ": " + e.getMessage() + ".", e);
    } catch (UncheckedIOException e) {
      // Thrown by what goes through the lines, for a quotation mark that is not closed as well.
      throw new DataException(name + " cannot be read: " + e.getCause() + ".", e);
    }
  }

  private static void read(
      CSVRecord line, List<String> columns, String place, Map<String, Map<String, Double>> all) {
    if (line.size() != columns.size()) {
      throw new DataException(
          place + line.size() + " cells, but " + columns.size() + " columns; give as many.");
    }
    for (int i = 1; i < columns.size(); i++) {
      String cell = line.get(i);
      if (!cell.isEmpty()
          && all.get(columns.get(i)).put(line.get(0), accuracy(cell, place)) != null) {
        throw new DataException(place + "the set " + line.get(0) + " is there twice; keep one.");
      }
    }
  }

  private static double accuracy(String cell, String place) {
    try {
      double accuracy = Double.parseDouble(cell);
      if (accuracy >= 0 && accuracy <= 1) {
        return accuracy;
      }
    } catch (NumberFormatException e) {
      throw notAnAccuracy(cell, place, e);
    }
    throw notAnAccuracy(cell, place, null);
  }

  private static DataException notAnAccuracy(String cell, String place, Exception cause) {
    return new DataException(
        place + "\"" + cell + "\" is no accuracy, a share between 0 and 1.", cause);
  }
}
