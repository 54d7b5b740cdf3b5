package org.mf4j.benchmarks.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mf4j.benchmarks.ComparedLayer;
import org.mf4j.benchmarks.Measurement;

/** The benchmarks that are programs of their own. */
class ProgramsTest {
  @Test
  void theFirstAndTheTenthCallAreMeasured() {
    assertThat(FirstCall.measure(ComparedLayer.MEMRISTIVE_SAMEDIFF, 3))
        .extracting(Measurement::benchmark)
        .containsExactly("FirstCall.first", "FirstCall.tenth");
  }

  @Test
  void thePeakMemoryIsReadFromTheStatusOfTheProcess() throws IOException {
    List<String> status = List.of("VmPeak:\t 9000 kB", "VmHWM:\t     512 kB", "VmRSS:\t 40 kB");
    assertThat(TrainingMemory.peakBytes(status)).isEqualTo(524_288);
  }

  @Test
  void aSystemThatDoesNotTellItIsNamed() {
    assertThatThrownBy(() -> TrainingMemory.peakBytes(List.of("VmRSS:\t 40 kB")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("measure memory on Linux");
  }
}
