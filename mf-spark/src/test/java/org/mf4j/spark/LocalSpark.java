package org.mf4j.spark;

import org.apache.spark.SparkConf;
import org.apache.spark.serializer.KryoSerializer;
import org.apache.spark.sql.SparkSession;

/**
 * One engine on two threads for all tests; it ends with their process. It writes by Kryo, as many
 * do; the processes of {@link StandaloneCluster} by Java.
 */
final class LocalSpark {
  private LocalSpark() {}

  static SparkSession session() {
    SparkConf conf =
        MemristiveSpark.configure(
            new SparkConf().set("spark.serializer", KryoSerializer.class.getName()));
    SparkSession spark =
        SparkSession.builder()
            .config(conf)
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
