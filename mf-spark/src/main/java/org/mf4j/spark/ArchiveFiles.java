package org.mf4j.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.mf4j.data.formats.SeriesFile;
import org.mf4j.data.series.DataException;
import org.mf4j.data.series.Series;
import org.mf4j.data.series.SeriesSet;

/**
 * What an executor does with a file of series, a row of path and content: reads it by {@link
 * SeriesFile}, from a local copy.
 *
 * @param fails whether a file that cannot be read ends the job
 */
record ArchiveFiles(boolean fails) implements FlatMapFunction<Row, Row> {
  /** The classes of the file that a series is from. */
  static final String CLASSES = "classes";

  /** A file that cannot be read is a row without a series. */
  static final StructType SCHEMA =
      new StructType()
          .add("id", DataTypes.StringType)
          .add("series", DataTypes.createArrayType(DataTypes.createArrayType(DataTypes.DoubleType)))
          .add("label", DataTypes.StringType)
          .add(CLASSES, DataTypes.createArrayType(DataTypes.StringType))
          .add("problem", DataTypes.StringType);

  private static final long serialVersionUID = 1;

  @Override
  public Iterator<Row> call(Row file) throws IOException {
    String path = file.getString(0);
    String name = path.substring(path.lastIndexOf('/') + 1);
    Path folder = Files.createTempDirectory("mf4j-series");
    Path copy = folder.resolve(name);
    try {
      Files.write(copy, file.<byte[]>getAs(1));
      SeriesSet set = SeriesFile.readToPredict(copy);
      return set.series().stream().map(one -> row(name, set, one)).iterator();
    } catch (DataException e) {
      String told = e.getMessage().replace(copy.toString(), path).replaceFirst("\\.$", "");
      String problem = "no series: " + told;
      if (fails) {
        throw RowReader.bad(name, problem);
      }
      return List.of(RowFactory.create(name, null, null, null, problem)).iterator();
    } finally {
      Files.deleteIfExists(copy);
      Files.delete(folder);
    }
  }

  private static Row row(String name, SeriesSet set, Series one) {
    String id = name + "#" + one.number();
    return RowFactory.create(
        id, one.channels(), label(set, one.target()), set.classes().toArray(String[]::new), null);
  }

  private static String label(SeriesSet set, double target) {
    if (Double.isNaN(target)) {
      return null;
    }
    return set.isClassification() ? set.classes().get((int) target) : Double.toString(target);
  }
}
