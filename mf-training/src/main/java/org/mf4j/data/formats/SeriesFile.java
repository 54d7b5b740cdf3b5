package org.mf4j.data.formats;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.mf4j.data.arff.ArffFile;
import org.mf4j.data.series.DataException;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.data.series.Sha256;
import org.mf4j.data.tables.ClassFolder;
import org.mf4j.data.tables.SeriesTable;
import org.mf4j.data.tables.TableColumns;
import org.mf4j.data.text.TextKind;
import org.mf4j.data.text.TextLines;
import org.mf4j.data.ts.TsReader;
import org.mf4j.data.ucr.UcrFile;

/**
 * A file of series in any format that is understood, told by its extension: {@code .ts} ({@link
 * TsReader}), UCR's {@code .tsv}, {@code .txt} and {@code .csv} ({@link UcrFile}), {@code .arff}
 * ({@link ArffFile}), and what a {@link SeriesFormat} of another module reads. It is read once, for
 * its series and its digest together.
 *
 * @param series its series in the order of the file, missing values as NaN; named like the file,
 *     without {@code _TRAIN}, {@code _TEST} and extension
 * @param sha256 the digest of its bytes, as {@code sha256sum} prints it
 * @param notes what the user should know about how it was read, one sentence each
 */
public record SeriesFile(SeriesSet series, String sha256, List<String> notes) {
  /**
   * Reads a file.
   *
   * @param file the file, or a folder per class of files
   * @return its series and its digest
   * @throws DataException if the extension is not known, or the file is missing, bad, or without
   *     series
   */
  public static SeriesFile of(Path file) {
    return of(file, TableColumns.UNNAMED, true);
  }

  /**
   * Reads a file, a table whose columns are named, or a folder of them.
   *
   * @param file the file; a folder as {@link ClassFolder} reads it, whose digest is that of the
   *     values
   * @param columns what the columns of a table hold; {@link TableColumns#UNNAMED} for a file that
   *     is what its extension says
   * @param targetsRequired false accepts series without targets, which are then all NaN
   * @return its series and its digest
   * @throws DataException as {@link #of(Path)}, or if columns are named in a file that is no table
   */
  public static SeriesFile of(Path file, TableColumns columns, boolean targetsRequired) {
    if (Files.isDirectory(file)) {
      List<String> notes = new ArrayList<>();
      SeriesSet series = ClassFolder.readAll(file, columns, targetsRequired, notes);
      return new SeriesFile(series, Sha256.of(series), notes);
    }
    SeriesFormat format = Known.of(file);
    SeriesFormat reader = columns.isGiven() ? Known.table(file, format, columns) : format;
    try (TextLines lines = TextLines.open(file, reader.kind())) {
      SeriesSet series = reader.read(lines, setName(file), targetsRequired);
      return new SeriesFile(series, lines.sha256(), lines.notes());
    }
  }

  /**
   * Reads the series of a file.
   *
   * @param file the file
   * @return its {@link #series}
   * @throws DataException as {@link #of}
   */
  public static SeriesSet read(Path file) {
    return of(file).series();
  }

  /**
   * Reads a file whose series may lack targets.
   *
   * @param file the file
   * @return as {@link #of}; if any series has no target, all targets are NaN
   * @throws DataException as {@link #of}
   */
  public static SeriesFile toPredict(Path file) {
    return of(file, TableColumns.UNNAMED, false);
  }

  /**
   * Reads the series of a file whose series may lack targets.
   *
   * @param file the file
   * @return the {@link #series} of {@link #toPredict}
   * @throws DataException as {@link #of}
   */
  public static SeriesSet readToPredict(Path file) {
    return toPredict(file).series();
  }

  /**
   * The name of a data set in the name of its file.
   *
   * @param file for instance {@code ECG5000/ECG5000_TRAIN.ts}
   * @return the file's name without {@code _TRAIN}, {@code _TEST} and the extension of a format
   */
  public static String setName(Path file) {
    return file.getFileName()
        .toString()
        .replaceFirst("(?i)(_TRAIN|_TEST)?(\\.(" + String.join("|", extensions()) + "))?$", "");
  }

  /**
   * The extensions of the formats.
   *
   * @return extensions without dot, in the order of preference where one data set has several
   */
  public static List<String> extensions() {
    return Known.extensions();
  }

  /**
   * Whether a file is one of series by its name.
   *
   * @param file the file, which need not be there
   * @return true if it has the extension of a format, in any letter case
   */
  public static boolean isNamed(Path file) {
    return extensions().contains(extension(file));
  }

  private static String extension(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  /** The formats of this library and those that other modules bring, looked up once. */
  private static final class Known {
    private static final List<SeriesFormat> ALL = all();

    private static List<SeriesFormat> all() {
      List<SeriesFormat> all =
          new ArrayList<>(
              List.of(
                  new Own(List.of("ts"), TsReader.KIND, TsReader::readAll),
                  new Own(List.of("tsv", "txt", "csv"), UcrFile.KIND, UcrFile::readAll),
                  new Own(List.of("arff"), ArffFile.KIND, ArffFile::readAll)));
      ServiceLoader.load(SeriesFormat.class, SeriesFormat.class.getClassLoader()).forEach(all::add);
      return List.copyOf(all);
    }

    private interface Parser {
      SeriesSet read(TextLines lines, String name, boolean targetsRequired);
    }

    private record Own(List<String> extensions, TextKind kind, Parser parser)
        implements SeriesFormat {
      @Override
      public SeriesSet read(TextLines lines, String name, boolean targetsRequired) {
        return parser.read(lines, name, targetsRequired);
      }
    }

    static SeriesFormat of(Path file) {
      String extension = extension(file);
      return ALL.stream()
          .filter(format -> format.extensions().contains(extension))
          .findFirst()
          .orElseThrow(() -> unknown(file));
    }

    /** Only the text formats without a header of their own have columns to name. */
    static SeriesFormat table(Path file, SeriesFormat format, TableColumns columns) {
      if (!format.kind().equals(UcrFile.KIND)) {
        throw new DataException(
            file + " says itself what it holds; columns are named of .csv, .tsv and .txt files.");
      }
      return new Own(
          format.extensions(),
          SeriesTable.KIND,
          (lines, name, required) -> SeriesTable.readAll(lines, name, columns, required));
    }

    private static DataException unknown(Path file) {
      return new DataException(
          file
              + ": the format is told by the extension, which must be one of "
              + extensions().stream().map(known -> "." + known).collect(Collectors.joining(", "))
              + ".");
    }

    /** In the order of preference where a folder has several. */
    static List<String> extensions() {
      return ALL.stream().flatMap(format -> format.extensions().stream()).toList();
    }
  }
}
