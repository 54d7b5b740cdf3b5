package org.mf4j.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mf4j.models.FittedModel;
import org.mf4j.search.SearchListener;
import org.mf4j.search.TrialLog;

/** Processes of a real cluster, two of which are killed while they work. */
class StandaloneClusterTest {
  @TempDir private Path folder;

  @Test
  void fitsAndSearchesEndWithTheSameResultsThoughWorkersDie() throws Exception {
    List<Integer> lost = new ArrayList<>();
    List<String> limits = new ArrayList<>();
    try (StandaloneCluster cluster = StandaloneCluster.start(folder)) {
      Process doomed = cluster.addWorker();
      cluster.addWorker();
      Process driver =
          cluster
              .java("driver", ClusterDriver.class.getName(), cluster.master(), folder.toString())
              .start();
      try (BufferedReader lines = driver.inputReader()) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          if (line.equals("kill")) {
            doomed.destroyForcibly().waitFor();
            doomed = cluster.addWorker();
          } else if (line.startsWith("executor ")) {
            limits.add(line);
          } else if (line.startsWith("lost ")) {
            lost.add(Integer.parseInt(line.substring("lost ".length())));
          }
        }
        assertThat(driver.waitFor()).as(log()).isZero();
      } finally {
        driver.destroyForcibly().waitFor();
      }
    }
    assertThat(limits).containsExactly("executor 1 1");
    assertThat(lost).hasSize(2);
    assertThat(lost.get(0)).as("tasks of the fit that died with the worker").isPositive();
    FittedModel local = ClusterDriver.fit(LocalSpark.session(), row -> row);
    assertSame(model("undisturbed.zip"), local);
    assertSame(model("killed.zip"), local);
    String ranking =
        SparkSearchTest.ranking(
            SparkSearchTest.on(
                    JavaSparkContext.fromSparkContext(LocalSpark.session().sparkContext()))
                .run(TrialLog.inMemory(), SearchListener.NONE, () -> false));
    assertThat(folder.resolve("undisturbed.txt")).hasContent(ranking);
    assertThat(folder.resolve("killed.txt")).hasContent(ranking);
  }

  private String log() throws IOException {
    return Files.readString(folder.resolve("driver.log"));
  }

  private FittedModel model(String name) throws IOException {
    return FittedModel.load(folder.resolve(name));
  }

  private static void assertSame(FittedModel actual, FittedModel expected) {
    double largest = expected.network().params().amaxNumber().doubleValue();
    assertThat(actual.network().params().toDoubleVector())
        .containsExactly(expected.network().params().toDoubleVector(), within(2e-6 * largest));
  }
}
