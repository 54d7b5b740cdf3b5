package org.mf4j.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PerformanceTableTest {
  @TempDir private Path folder;

  @BeforeEach
  void makeFolders() throws IOException {
    Files.createDirectory(folder.resolve("threads-1"));
    Files.createDirectory(folder.resolve("threads-2"));
  }

  @Test
  void aRowShowsTheMedianOfTheRoundsBesideThePeerAndWhetherTheTargetIsMet() throws IOException {
    ours("1/a", "MEMRISTIVE_FUSED", 20);
    ours("1/b", "MEMRISTIVE_FUSED", 10);
    ours("1/c", "MEMRISTIVE_FUSED", 90);
    line("1/torch", "torch.nn.RNN.fit", 30, "ms/op");
    line("1/torch-mf", "torch.MF.fit", 70, "ms/op");
    assertThat(rows())
        .contains(
            "| training step | 1 | 20.0 ms | torch.nn.RNN 30.0 ms | 1.50 | ≥ 1.43 | yes"
                + " | `TrainingStep` |",
            "| training step | 1 | 20.0 ms | MF cell in PyTorch 70.0 ms | 3.50 | ≥ 4.00 | no"
                + " | `TrainingStep` |");
  }

  @Test
  void twoThreadsAreComparedWithOne() throws IOException {
    ours("1/a", "MEMRISTIVE_FUSED", 30);
    ours("2/a", "MEMRISTIVE_FUSED", 15);
    assertThat(rows())
        .contains(
            "| training step | 2 | 15.0 ms | 1 thread 30.0 ms | 2.00 | ≥ 1.70 | yes"
                + " | `TrainingStep` |");
  }

  @Test
  void unitsAreConverted() throws IOException {
    line("1/a", "TimeStep.layer", 25, "us/op", "kind", "MEMRISTIVE_FUSED");
    line("1/b", "FirstCall.first", 2.5, "s/op", "layer", "MEMRISTIVE_SAMEDIFF");
    line("1/c", "TrainingMemory", 16.04, "bytes", "layer", "MEMRISTIVE_FUSED");
    assertThat(rows())
        .contains(
            "| rnnTimeStep, in the layer | 1 | 25.0 µs | DL4J SimpleRnn - | - | ≤ 20.0 µs | no"
                + " | `TimeStep` |",
            "| first training step, T = 300, MEMRISTIVE_SAMEDIFF | 1 | 2.50 s | the tenth - | - |"
                + "  |  | `FirstCall` |",
            "| training, memory per series, step and neuron, MEMRISTIVE_FUSED | 1 | 16.0 bytes |  |  |"
                + "  |  | `TrainingMemory` |");
  }

  /** 2 x 2 x 32 x 102 x 100 operations in 13.056 us; 420 of 2 blocks' products, 2 at a time. */
  @Test
  void theFloorFollowsFromTheProducts() throws IOException {
    ours("2/a", "MEMRISTIVE_FUSED", 10.9668);
    line("2/b", "BareGemm.multiply", 13.056, "us/op", "shape", "32x102x100");
    assertThat(rows())
        .contains(
            "| product 32x102x100, each thread its own | 2 | 100 GFLOP/s |  |  |  |  |"
                + " `BareGemm` |",
            "| training step | 2 | 11.0 ms | the floor, its products alone 5.5 ms | 0.50 |  |  |"
                + " `BareGemm` |");
  }

  @Test
  void theRateOfAReservoirCountsSeriesTimesSteps() throws IOException {
    Files.writeString(
        folder.resolve("threads-2/a.jsonl"),
        "{\"benchmark\":\"ReservoirForward.activate\",\"median\":6,\"unit\":\"ms/op\",\"params\":"
            + "{\"layer\":\"MEMRISTIVE_FUSED\",\"shape\":\"SYNTHETIC_CONTROL\",\"neurons\":\"100\"}}");
    assertThat(rows())
        .contains(
            "| forward, SYNTHETIC_CONTROL, N = 100 | 2 | 3.00 M steps/s |  |  |"
                + " ≥ 2.50 M steps/s | yes | `ReservoirForward` |");
  }

  @Test
  void whatWasNotMeasuredIsLeftOut() throws IOException {
    assertThat(rows()).hasSize(2);
  }

  private List<String> rows() throws IOException {
    return PerformanceTable.markdown(Results.read(folder)).lines().toList();
  }

  private void ours(String file, String layer, double milliseconds) throws IOException {
    Files.writeString(
        folder.resolve("threads-" + file + ".json"),
        """
        [{"benchmark": "org.mf4j.benchmarks.layers.TrainingStep.fit",
          "params": {"layer": "%s", "batch": "64", "steps": "140"},
          "primaryMetric": {"score": 99, "scorePercentiles": {"0.0": 1, "50.0": %s},
                            "scoreUnit": "ms/op"}}]
        """
            .formatted(layer, milliseconds));
  }

  private void line(String file, String benchmark, double median, String unit) throws IOException {
    line(file, benchmark, median, unit, "steps", "140");
  }

  private void line(
      String file, String benchmark, double median, String unit, String param, String value)
      throws IOException {
    Files.writeString(
        folder.resolve("threads-" + file + ".jsonl"),
        """
        {"benchmark": "%s", "params": {"%s": "%s"}, "median": %s, "unit": "%s"}
        """
            .formatted(benchmark, param, value, median, unit));
  }
}
