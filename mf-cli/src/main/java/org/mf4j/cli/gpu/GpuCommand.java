package org.mf4j.cli.gpu;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mf4j.cuda.CudaProvider;
import org.mf4j.cuda.GpuCheck;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code mf gpu}: looks at the device and tries it. */
@Command(
    name = "gpu",
    description =
        "Say which NVIDIA GPU is there, check it against the CPU and time a training step on both."
            + " Exit code 1 if it computes wrongly, 3 if there is none.")
public final class GpuCommand implements Callable<Integer> {
  private static final int NONE = 3;
  private static final double MIB = 1048576;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Optional<String> obstacle = GpuCheck.obstacle();
    if (obstacle.isPresent()) {
      out.printf("No GPU: %s. Everything runs on the CPU.%n", obstacle.get());
      return NONE;
    }
    GpuCheck check = GpuCheck.run();
    out.printf(
        "%s, driver %s, %.0f of %.0f MiB free.%n",
        check.gpu().name(),
        check.gpu().driver(),
        check.freeMemory() / MIB,
        check.gpu().memory() / MIB);
    out.printf(
        "A training step of 64 series, 140 steps, 100 neurons: %.2f ms on the GPU, %.2f ms on the"
            + " CPU.%n",
        check.gpuMilliseconds(), check.cpuMilliseconds());
    out.printf(
        "The largest error in the golden cases: %.1e; the largest difference between GPU and CPU:"
            + " %.1e; %s.%n",
        check.goldenError(), check.error(), check.isRight() ? "as it should be" : "which is WRONG");
    out.printf(
        Locale.ROOT,
        "By itself the engine takes the GPU for calls of at least %,d multiplications, B T N"
            + " (N + nIn + 1); see docs/design/engines.md.%n",
        CudaProvider.LEAST_WORK);
    return check.isRight() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
  }
}
