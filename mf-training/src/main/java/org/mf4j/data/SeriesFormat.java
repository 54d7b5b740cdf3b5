package org.mf4j.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mf4j.data.arff.ArffFile;
import org.mf4j.data.ts.TsFile;
import org.mf4j.data.ucr.UcrFile;

/**
 * A file format of series.
 *
 * @param extensions of its files, without dot, which tell the formats apart
 * @param read reads a file
 * @param readToPredict reads a file whose series may lack labels
 */
record SeriesFormat(
    List<String> extensions,
    Function<Path, SeriesSet> read,
    Function<Path, SeriesSet> readToPredict) {
  private static final List<SeriesFormat> ALL =
      List.of(
          new SeriesFormat(List.of("ts"), TsFile::read, TsFile::readToPredict),
          new SeriesFormat(List.of("tsv", "txt", "csv"), UcrFile::read, UcrFile::readToPredict),
          new SeriesFormat(List.of("arff"), ArffFile::read, ArffFile::readToPredict));

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
