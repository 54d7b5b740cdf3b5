package org.mf4j.spark;

import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.mf4j.data.formats.SeriesFile;
import picocli.CommandLine.Option;

/** What is read, and what happens to what is bad in it. */
final class InputOptions {
  @Option(
      names = "--input",
      required = true,
      paramLabel = "PATH",
      description =
          "Series: a file, a folder or a pattern of files as mf train takes them (.ts, .arff, .csv),"
              + " or one that ends in .parquet, with columns id, series and label; wherever Spark"
              + " reads from.")
  private String input;

  @Option(
      names = "--bad-rows",
      defaultValue = "fail",
      paramLabel = "HABIT",
      description =
          "What happens to a bad series or file: fail, drop or keep. Default: ${DEFAULT-VALUE}.")
  private String badRows;

  /** As of a file on one machine. */
  String setName() {
    return SeriesFile.setName(Path.of(input.replaceFirst("(?i)/+$|\\.parquet$", "")));
  }

  String badRows() {
    return badRows;
  }

  Dataset<Row> read(SparkSession spark) {
    SeriesFrames frames = new SeriesFrames(badRows);
    return input.endsWith(".parquet") ? spark.read().parquet(input) : frames.ofFiles(spark, input);
  }
}
