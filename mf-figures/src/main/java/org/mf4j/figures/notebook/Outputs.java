package org.mf4j.figures.notebook;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Finds where results are shown: in the kernel that runs, or else on the console. */
final class Outputs {
  /** IJava 1.x, JJava up to 1.0-a5, and JJava from 1.0-a6 on. */
  private static final List<JvmKernel> JVM_KERNELS =
      List.of(
          new JvmKernel(
              "io.github.spencerpark.ijava.runtime.Kernel",
              "getKernelInstance",
              "io.github.spencerpark.ijava.runtime.Display"),
          new JvmKernel(
              "org.dflib.jjava.runtime.Kernel",
              "getKernelInstance",
              "org.dflib.jjava.runtime.Display"),
          new JvmKernel(
              "org.dflib.jjava.jupyter.kernel.BaseKernel",
              "notebookKernel",
              "org.dflib.jjava.jupyter.kernel.BaseNotebookStatics"));

  private Outputs() {}

  /** The output of the running kernel, or standard output where there is none. */
  static Output current() {
    Stream<Supplier<Optional<Output>>> kernels =
        Stream.concat(
            Stream.of(RapaioKernel::find), JVM_KERNELS.stream().map(kernel -> kernel::find));
    return kernels
        .flatMap(kernel -> kernel.get().stream())
        .findFirst()
        .orElseGet(() -> new Console(System.out));
  }
}
