package org.mf4j.engine.blas;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The kernels by which OpenBLAS multiplies. The OpenBLAS 0.3.19 of ND4J takes processors of AMD
 * that are newer than itself for ones without AVX-512 and is half as fast on them as it could be.
 * Of Intel it takes some that know AVX512_BF16 for Cooper Lake, and its products of doubles by
 * those kernels are wrong. The variable {@value #VARIABLE} tells it better, but only before it is
 * loaded. So it is set in the environment of this process when ND4J looks for its backends, unless
 * it is set already.
 *
 * @param name what {@value #VARIABLE} is set to; empty where OpenBLAS chooses
 * @param fewRows whether products of few rows lose little against those of many: kernels for
 *     AVX-512 multiply small matrices where they lie, others lay them out anew in every call
 */
public record BlasKernels(Optional<String> name, boolean fewRows) {
  /** The variable of the environment that OpenBLAS reads when it is loaded. */
  public static final String VARIABLE = "OPENBLAS_CORETYPE";

  /** System property: {@code off}, or the kernels to take; default: those for the processor. */
  public static final String PROPERTY = "org.mf4j.blas.kernels";

  /** OpenBLAS's name of its kernels for AVX-512. */
  static final String AVX512 = "SkylakeX";

  private static final Logger LOG = LoggerFactory.getLogger(BlasKernels.class);
  private static final Path PROCESSOR = Path.of("/proc/cpuinfo");
  private static final Set<String> FLAGS = Set.of("avx512f", "avx512bw", "avx512dq", "avx512vl");

  /** Processors of Intel that have it may be taken for Cooper Lake. */
  private static final String BRAIN_FLOAT = "avx512_bf16";

  /** {@return those of this process} */
  public static BlasKernels current() {
    return Holder.CURRENT;
  }

  /**
   * What suits a processor.
   *
   * @param processor the lines of {@code /proc/cpuinfo}; empty where there is no such file
   * @param variable the value of {@value #VARIABLE}, if it is set
   * @param property the value of {@value #PROPERTY}, if it is set
   * @return the kernels
   */
  static BlasKernels of(String processor, Optional<String> variable, Optional<String> property) {
    Set<String> flags = flags(processor);
    boolean wide = flags.containsAll(FLAGS);
    if (variable.isPresent() || property.isPresent()) {
      Optional<String> name = variable.or(() -> property.filter(value -> !value.equals("off")));
      return new BlasKernels(name, wide && AVX512.equalsIgnoreCase(name.orElse(AVX512)));
    }
    boolean known = processor.contains("GenuineIntel") && !flags.contains(BRAIN_FLOAT);
    return new BlasKernels(wide && !known ? Optional.of(AVX512) : Optional.empty(), wide);
  }

  private static Set<String> flags(String processor) {
    return processor
        .lines()
        .filter(line -> line.startsWith("flags"))
        .findFirst()
        .map(line -> (Set<String>) new HashSet<>(Arrays.asList(line.split("\\s+"))))
        .orElse(Set.of());
  }

  private static String processor() {
    try {
      return Files.readString(PROCESSOR, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      LOG.debug("{} cannot be read, so OpenBLAS chooses its kernels: {}", PROCESSOR, e.toString());
      return "";
    }
  }

  /** Puts the name into the environment of this process, where OpenBLAS will look for it. */
  private void tellOpenBlas() {
    Function set = NativeLibrary.getInstance("c").getFunction("setenv");
    set.invokeInt(new Object[] {VARIABLE, name.orElseThrow(), 1});
    LOG.debug("{} = {} for the products of this process", VARIABLE, name.orElseThrow());
  }

  private static final class Holder {
    static final BlasKernels CURRENT = choose();

    private static BlasKernels choose() {
      // To OpenBLAS an empty variable is the name of some kernels, not none.
      Optional<String> variable =
          Optional.ofNullable(System.getenv(VARIABLE)).filter(value -> !value.isBlank());
      BlasKernels kernels =
          of(processor(), variable, Optional.ofNullable(System.getProperty(PROPERTY)));
      if (kernels.name().isPresent() && variable.isEmpty()) {
        kernels.tellOpenBlas();
      }
      return kernels;
    }
  }
}
