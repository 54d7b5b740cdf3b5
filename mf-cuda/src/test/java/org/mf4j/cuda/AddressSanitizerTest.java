package org.mf4j.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mf4j.cuda.device.Gpu;
import org.mf4j.cuda.kernels.CommonKernels;
import org.mf4j.engine.SanitizedRuns;

/** No kernel reads or writes beyond an array, a block's shared memory or a thread's registers. */
class AddressSanitizerTest {
  @TempDir private Path folder;

  /** Copies eleven floats out of ten. */
  public static final class ReadBeyondTheEnd {
    private ReadBeyondTheEnd() {}

    public static void main(String[] args) {
      Gpu gpu = EmulatedGpu.first().gpu().orElseThrow();
      long from = gpu.allocate(10 * Float.BYTES);
      long to = gpu.allocate(11 * Float.BYTES);
      CommonKernels.Strides rows = new CommonKernels.Strides(0, 11, 1);
      new CommonKernels(gpu).arrange(from, rows, to, 11, 0L, 1, 1, 11);
    }
  }

  private record Run(int exitCode, String output) {}

  @Test
  void everyKernelStaysWithinItsArrays() throws IOException, InterruptedException {
    Run run = run(SanitizedRuns.class);
    assertThat(run.output()).doesNotContain("AddressSanitizer");
    assertThat(run.exitCode()).as(run.output()).isZero();
  }

  @Test
  void aReadBeyondTheEndIsFound() throws IOException, InterruptedException {
    Run run = run(ReadBeyondTheEnd.class);
    assertThat(run.output()).contains("AddressSanitizer: heap-buffer-overflow");
    assertThat(run.exitCode()).isNotZero();
  }

  private Run run(Class<?> main) throws IOException, InterruptedException {
    Path library = sanitizer();
    assumeTrue(Files.exists(library), "g++ has no AddressSanitizer here");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-D" + HostKernels.OPTIONS_PROPERTY + "=-O1 -g1 -fsanitize=address");
    command.add("-Dorg.bytedeco.javacpp.maxphysicalbytes=0");
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(main.getName());
    Path output = folder.resolve("output");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().put("LD_PRELOAD", library.toString());
    // The JVM means its own faults, and leaks at its end by design.
    builder.environment().put("ASAN_OPTIONS", "handle_segv=0:detect_leaks=0:abort_on_error=0");
    int exitCode = builder.start().waitFor();
    return new Run(exitCode, Files.readString(output));
  }

  private static Path sanitizer() throws IOException {
    Process process = new ProcessBuilder("g++", "-print-file-name=libasan.so").start();
    String path = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return Path.of(path.strip()).toAbsolutePath();
  }
}
