package org.mf4j.cli.gpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.mf4j.cli.Run;
import org.mf4j.cuda.GpuCheck;

/** What {@code mf gpu} says where there is nothing to check. */
class GpuCommandTest {
  @Test
  void withoutAGpuItSaysWhatIsMissingAndExitsWith3() {
    assumeTrue(GpuCheck.obstacle().isPresent(), "there is a GPU");
    Run run = Run.mf("gpu");
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.out())
        .startsWith("No GPU: ")
        .endsWith(". Everything runs on the CPU." + System.lineSeparator());
  }

  @Test
  void anUnknownDeviceIsRefused() {
    Run run = Run.mf("compare", "--device", "tpu");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("'tpu' is not auto, cpu or gpu.");
  }
}
