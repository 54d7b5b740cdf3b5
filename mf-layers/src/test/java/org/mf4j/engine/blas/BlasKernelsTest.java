package org.mf4j.engine.blas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.jna.Function;
import com.sun.jna.Pointer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.Loader;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;

class BlasKernelsTest {
  private static final String WIDE = "flags\t\t: fpu avx2 avx512f avx512dq avx512bw avx512vl\n";
  private static final String AMD = "vendor_id\t: AuthenticAMD\n" + WIDE;
  private static final String INTEL = "vendor_id\t: GenuineIntel\n" + WIDE;
  private static final String NARROW = "vendor_id\t: AuthenticAMD\nflags\t\t: fpu avx2\n";

  private static BlasKernels of(String processor) {
    return BlasKernels.of(processor, Optional.empty(), Optional.empty());
  }

  @Test
  void openBlasIsToldOnlyOfProcessorsThatItDoesNotKnow() {
    assertEquals(Optional.of("SkylakeX"), of(AMD).name());
    assertEquals(Optional.empty(), of(INTEL).name());
    assertEquals(Optional.of("SkylakeX"), of(INTEL.replace("avx2", "avx2 avx512_bf16")).name());
    assertEquals(Optional.empty(), of(NARROW).name());
    assertEquals(Optional.empty(), of("").name());
  }

  @Test
  void fewRowsAreMultipliedWellByTheKernelsForAvx512() {
    assertTrue(of(AMD).fewRows());
    assertTrue(of(INTEL).fewRows());
    assertFalse(of(NARROW).fewRows());
    assertFalse(of("").fewRows());
    assertFalse(BlasKernels.of(INTEL, Optional.of("Haswell"), Optional.empty()).fewRows());
  }

  @Test
  void whatIsSetStays() {
    Optional<String> zen = Optional.of("Zen");
    Optional<String> off = Optional.of("off");
    assertEquals(zen, BlasKernels.of(AMD, zen, Optional.empty()).name());
    assertEquals(zen, BlasKernels.of(AMD, zen, off).name());
    assertEquals(zen, BlasKernels.of(AMD, Optional.empty(), zen).name());
    assertEquals(Optional.empty(), BlasKernels.of(AMD, Optional.empty(), off).name());
  }

  /** In a process of its own: a library is loaded once. */
  @Test
  void theLibraryIsLoadedWithTheseKernels() throws IOException, InterruptedException {
    assumeTrue(
        Files.exists(Path.of("/proc/cpuinfo")) && System.getProperty("os.arch").equals("amd64"),
        "the variable is set on Linux for x86-64");
    assertEquals("Prescott", kernelsOf("-D" + BlasKernels.PROPERTY + "=Prescott"));
    assertFalse(kernelsOf("-D" + BlasKernels.PROPERTY + "=off").equals("Prescott"));
  }

  private static String kernelsOf(String option) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add(option);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Printer.class.getName()));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().remove(BlasKernels.VARIABLE);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), out);
    return out.lines().reduce((first, last) -> last).orElseThrow();
  }

  /** Prints the name of the kernels that OpenBLAS runs. */
  static final class Printer {
    private Printer() {}

    public static void main(String[] arguments) {
      Nd4j.zeros(2, 2).mmul(Nd4j.zeros(2, 2));
      long function = Loader.addressof("openblas_get_corename").address();
      System.out.println(
          Function.getFunction(new Pointer(function)).invokePointer(null).getString(0));
    }
  }
}
