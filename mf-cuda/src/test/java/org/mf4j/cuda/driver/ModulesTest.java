package org.mf4j.cuda.driver;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.mf4j.cuda.OnDevice;
import org.mf4j.cuda.device.Gpu;
import org.mf4j.cuda.device.GpuException;

/** Kernels that the driver does not take. */
@OnDevice
class ModulesTest {
  @Test
  void theDriversCompilerIsQuoted() {
    byte[] ptx =
        ".version 6.3\n.target sm_75\n.address_size 64\nnonsense".getBytes(StandardCharsets.UTF_8);
    try (Gpu.Scope scope = FirstGpu.of().gpu().orElseThrow().enter()) {
      assertThatThrownBy(() -> new Modules(new Checked(FirstGpu.load())).load("broken", ptx))
          .isInstanceOf(GpuException.class)
          .hasMessageStartingWith("the CUDA driver cannot compile the kernels broken (218, ")
          .hasMessageContaining("ptxas");
    }
  }
}
