package org.mf4j.data.formats;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.mf4j.data.arff.ArffFile;
import org.mf4j.data.series.DataException;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.data.text.TextKind;
import org.mf4j.data.text.TextLines;
import org.mf4j.data.ts.TsReader;
import org.mf4j.data.ucr.UcrFile;

/**
 * A file format of series. A further format is one more row of the list here.
 *
 * @param extensions of its files, without dot, which tell the formats apart
 * @param kind what a text of the format looks like
 * @param parser makes series of the lines
 */
record SeriesFormat(List<String> extensions, TextKind kind, Parser parser) {
  private static final List<SeriesFormat> ALL =
      List.of(
          new SeriesFormat(List.of("ts"), TsReader.KIND, TsReader::readAll),
          new SeriesFormat(List.of("tsv", "txt", "csv"), UcrFile.KIND, UcrFile::readAll),
          new SeriesFormat(List.of("arff"), ArffFile.KIND, ArffFile::readAll));

  /** Makes series of lines. */
  interface Parser {
    /**
     * Reads to the end.
     *
     * @param lines of the file, in front of the first
     * @param name the name of the data set
     * @param targetsRequired false accepts series without targets, which are then all NaN
     * @return the series in the order of the file
     * @throws DataException if the file is bad or without series
     */
    SeriesSet read(TextLines lines, String name, boolean targetsRequired);
  }

  static SeriesFormat of(Path file) {
    String name = String.valueOf(file.getFileName());
    String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return ALL.stream()
        .filter(format -> format.extensions.contains(extension))
        .findFirst()
        .orElseThrow(() -> unknown(file));
  }

  private static DataException unknown(Path file) {
    return new DataException(
        file
            + ": the format is told by the extension, which must be one of "
            + allExtensions().stream().map(known -> "." + known).collect(Collectors.joining(", "))
            + ".");
  }

  /** In the order of preference where a folder has several. */
  static List<String> allExtensions() {
    return ALL.stream().flatMap(format -> format.extensions.stream()).toList();
  }
}
