package org.mf4j.spark;

import java.util.Arrays;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** What columns come in and what columns go out. */
final class Schemas {
  private Schemas() {}

  /**
   * The columns of a model's answer.
   *
   * @param answer which columns are added
   * @throws IllegalArgumentException if the series are missing or of another type, or a column that
   *     would be added is there
   */
  static StructType withPredictions(SeriesColumns columns, StructType schema, Answer answer) {
    requireSeries(columns, schema);
    StructType added = schema;
    if (answer != Answer.NUMBER) {
      added = withVector(added, columns.getOrDefault(columns.rawPredictionCol()));
    }
    if (answer == Answer.PROBABLE_CLASS) {
      added = withVector(added, columns.getOrDefault(columns.probabilityCol()));
    }
    String prediction = columns.getOrDefault(columns.predictionCol());
    return absent(added, prediction).add(prediction, DataTypes.DoubleType, false);
  }

  /**
   * Looks for the series.
   *
   * @return the name of their column
   * @throws IllegalArgumentException if it is missing or of another type
   */
  static String requireSeries(SeriesColumns columns, StructType schema) {
    String series = require(schema, "seriesCol", columns.getOrDefault(columns.seriesCol()));
    if (!(schema.apply(series).dataType() instanceof ArrayType channels)
        || !(channels.elementType() instanceof ArrayType steps)
        || !steps.elementType().equals(DataTypes.DoubleType)) {
      throw new IllegalArgumentException(
          "seriesCol = %s: the column has type %s; must be array<array<double>>"
              .formatted(series, schema.apply(series).dataType().simpleString()));
    }
    return series;
  }

  private static StructType withVector(StructType schema, String name) {
    return absent(schema, name).add(name, SQLDataTypes.VectorType(), true);
  }

  /**
   * Looks for the targets.
   *
   * @return the same schema
   * @throws IllegalArgumentException if the column is missing or no double
   */
  static StructType requireLabel(SeriesColumns columns, StructType schema) {
    String label = require(schema, "labelCol", columns.getOrDefault(columns.labelCol()));
    if (!schema.apply(label).dataType().equals(DataTypes.DoubleType)) {
      throw new IllegalArgumentException(
          "labelCol = %s: the column has type %s; must be double; StringIndexer numbers classes"
              .formatted(label, schema.apply(label).dataType().simpleString()));
    }
    return schema;
  }

  /**
   * Looks for a column.
   *
   * @return its name
   * @throws IllegalArgumentException if it is missing
   */
  static String require(StructType schema, String param, String name) {
    if (!Arrays.asList(schema.fieldNames()).contains(name)) {
      throw new IllegalArgumentException(
          "%s = %s: there is no such column; must be one of %s"
              .formatted(param, name, String.join(", ", schema.fieldNames())));
    }
    return name;
  }

  private static StructType absent(StructType schema, String name) {
    if (Arrays.asList(schema.fieldNames()).contains(name)) {
      throw new IllegalArgumentException("column " + name + ": is there already; must be new");
    }
    return schema;
  }
}
