package org.mf4j.spark;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.serializers.JavaSerializer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.SparkConf;
import org.apache.spark.launcher.JavaModuleOptions;
import org.apache.spark.serializer.KryoRegistrator;
import org.mf4j.engine.Workers;
import org.nd4j.kryo.Nd4jRegistrator;

/** What executors need to run networks, beside the class path. */
public final class MemristiveSpark {
  /** The packages of the JDK that Spark reaches into on Java 17: one {@code --add-opens} each. */
  private static final List<String> OPENS =
      List.of(JavaModuleOptions.defaultModuleOptions().trim().split(" +"));

  private static final String JAVA_OPTIONS = "spark.executor.extraJavaOptions";

  private MemristiveSpark() {}

  /**
   * Adds to a configuration, before its context is made:
   *
   * <ul>
   *   <li>one thread per task, of ours ({@code org.mf4j.threads}) and of ND4J's operations ({@code
   *       OMP_NUM_THREADS}): an executor runs as many tasks at once as it has cores
   *   <li>the {@code --add-opens} of Spark on Java 17
   *   <li>no limit of JavaCPP's to the memory of the process, which counts Spark's, too; what the
   *       natives take has the size of a batch, and room in {@code spark.executor.memoryOverhead}
   *   <li>arrays of ND4J, records and {@code List.of} for Kryo, where {@code spark.serializer} is
   *       that
   * </ul>
   *
   * <p>The natives come with the class path: an executor loads those of its own system, so the
   * assembly must be built with them ({@code -Djavacpp.platform=linux-x86_64} at its build, where
   * that is another system).
   *
   * @param conf of the driver; what is set in it stays
   * @return the same
   */
  public static SparkConf configure(SparkConf conf) {
    List<String> options = new ArrayList<>(OPENS);
    options.add("-D" + Workers.THREADS_PROPERTY + "=1");
    options.add("-Dorg.bytedeco.javacpp.maxphysicalbytes=0");
    // Of two values of one property Java takes the last.
    options.add(conf.get(JAVA_OPTIONS, ""));
    return conf.set(JAVA_OPTIONS, String.join(" ", options).trim())
        .setIfMissing("spark.executorEnv.OMP_NUM_THREADS", "1")
        .setIfMissing(
            "spark.kryo.registrator",
            Nd4jRegistrator.class.getName() + "," + JavaWritten.class.getName());
  }

  /** Lets Java write records and the likes of {@code List.of}, which Kryo cannot read back. */
  public static final class JavaWritten implements KryoRegistrator {
    /** Made by Spark. */
    public JavaWritten() {}

    @Override
    public void registerClasses(Kryo kryo) {
      // The classes above those of a list and of a map have no names that may be used.
      Class<?> list = List.of().getClass().getSuperclass();
      Class<?> map = Map.of().getClass().getSuperclass();
      for (Class<?> written : List.of(Record.class, list.getSuperclass(), map)) {
        kryo.addDefaultSerializer(written, JavaSerializer.class);
      }
    }
  }
}
