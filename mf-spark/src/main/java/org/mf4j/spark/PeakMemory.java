package org.mf4j.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;

/** The most memory that processes have held, the natives' with it. */
final class PeakMemory {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String PEAK = "VmHWM:";
  private static final long KIBI = 1 << 10;
  private static final int TASKS_PER_CORE = 8;

  private PeakMemory() {}

  /** {@return bytes of this process; without Linux those of Java's own memory alone} */
  static long ofProcess() {
    if (!Files.isReadable(STATUS)) {
      return ManagementFactory.getMemoryPoolMXBeans().stream()
          .map(MemoryPoolMXBean::getPeakUsage)
          .mapToLong(usage -> usage.getUsed())
          .sum();
    }
    try {
      return Files.readAllLines(STATUS).stream()
          .filter(line -> line.startsWith(PEAK))
          .mapToLong(line -> KIBI * Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@return the largest of all executors that some small tasks reach} */
  static long ofExecutors(SparkContext context) {
    int tasks = TASKS_PER_CORE * context.defaultParallelism();
    List<Integer> numbers = IntStream.range(0, tasks).boxed().toList();
    return JavaSparkContext.fromSparkContext(context)
        .parallelize(numbers, tasks)
        .map(number -> ofProcess())
        .reduce(Math::max);
  }
}
