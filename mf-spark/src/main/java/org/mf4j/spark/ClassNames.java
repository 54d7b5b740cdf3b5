package org.mf4j.spark;

import java.util.List;
import org.apache.spark.ml.attribute.Attribute;
import org.apache.spark.ml.attribute.NominalAttribute;
import org.apache.spark.sql.types.StructField;

/**
 * The names of classes that a column of their indices keeps, as {@code StringIndexer} writes it.
 */
final class ClassNames {
  private ClassNames() {}

  /** {@return the names in the order of their indices; none if the column does not tell} */
  static List<String> of(StructField column) {
    return Attribute.fromStructField(column) instanceof NominalAttribute named
            && named.values().isDefined()
        ? List.of(named.values().get())
        : List.of();
  }
}
