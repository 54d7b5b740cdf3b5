package org.mf4j.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Serializable;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.SparkConf;
import org.apache.spark.launcher.JavaModuleOptions;
import org.apache.spark.serializer.KryoSerializer;
import org.apache.spark.serializer.SerializerInstance;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;

class MemristiveSparkTest {
  private static final String OPTIONS = "spark.executor.extraJavaOptions";

  @Test
  void executorsComputeOnOneThreadPerTaskAndMayReachIntoTheJdk() {
    SparkConf conf = MemristiveSpark.configure(new SparkConf(false));
    assertThat(conf.get(OPTIONS))
        .contains("--add-opens=java.base/sun.nio.ch=ALL-UNNAMED")
        .contains(" -Dorg.mf4j.threads=1 ")
        .contains(" -Dorg.bytedeco.javacpp.maxphysicalbytes=0");
    assertThat(conf.get("spark.executorEnv.OMP_NUM_THREADS")).isEqualTo("1");
  }

  /** Of two values of one property Java takes the last. */
  @Test
  void whatIsSetStays() {
    SparkConf conf = new SparkConf(false).set(OPTIONS, "-Dorg.mf4j.threads=2 -Dname=\"a b\"");
    conf.set("spark.executorEnv.OMP_NUM_THREADS", "3");
    MemristiveSpark.configure(conf);
    assertThat(conf.get(OPTIONS)).endsWith(" -Dorg.mf4j.threads=2 -Dname=\"a b\"");
    assertThat(conf.get("spark.executorEnv.OMP_NUM_THREADS")).isEqualTo("3");
  }

  /** What the pom gives this process, and the launcher that of {@code ./mf spark}. */
  @Test
  void thePomHasTheOptionsOfThisSpark() {
    assertThat(ManagementFactory.getRuntimeMXBean().getInputArguments())
        .contains(JavaModuleOptions.defaultModuleOptions().trim().split(" +"));
  }

  private record Some(String name, List<Integer> list, Set<Long> set, Map<String, String> map)
      implements Serializable {}

  @Test
  void kryoWritesRecordsAndImmutableCollections() {
    SerializerInstance kryo =
        new KryoSerializer(MemristiveSpark.configure(new SparkConf(false))).newInstance();
    ClassTag<Object> type = ClassTag$.MODULE$.apply(Object.class);
    for (Object one :
        List.of(
            new Some("a", List.of(1, 2, 3), Set.of(4L), Map.of("b", "c")),
            List.of(),
            List.of(1.5),
            Set.of(1, 2, 3),
            Map.of(1, 2),
            Map.of(1, 2, 3, 4))) {
      assertThat(kryo.<Object>deserialize(kryo.serialize(one, type), type)).isEqualTo(one);
    }
  }

  @Test
  void kryoWritesArrays() {
    SerializerInstance kryo =
        new KryoSerializer(MemristiveSpark.configure(new SparkConf(false))).newInstance();
    INDArray array = Nd4j.linspace(1, 6, 6).reshape(2, 3);
    ClassTag<INDArray> type = ClassTag$.MODULE$.apply(INDArray.class);
    assertThat(kryo.<INDArray>deserialize(kryo.serialize(array, type), type)).isEqualTo(array);
  }
}
