package org.mf4j.spark;

import org.apache.spark.sql.SparkSession;

/** One engine on two threads for all tests; it ends with their process. */
final class LocalSpark {
  private LocalSpark() {}

  static SparkSession session() {
    SparkSession spark =
        SparkSession.builder()
            .master("local[2]")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.shuffle.partitions", "2")
            .config("spark.driver.host", "localhost")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .getOrCreate();
    spark.sparkContext().setLogLevel("OFF");
    return spark;
  }
}
