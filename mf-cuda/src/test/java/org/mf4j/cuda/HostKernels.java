package org.mf4j.cuda;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The kernels of {@code src/main/cuda} as libraries for the host, one per cell, compiled with g++
 * against {@code src/test/cpp} and kept under target for as long as no source changes.
 */
final class HostKernels {
  private static final Path SOURCES = Path.of("src/main/cuda");
  private static final Path SHIM = Path.of("src/test/cpp");
  private static final Map<String, HostKernels> LOADED = new ConcurrentHashMap<>();

  /** Options for g++ beside those below, as for AddressSanitizer. */
  static final String OPTIONS_PROPERTY = "mf4j.cuda.gpp";

  /** See emulate.cpp. */
  interface Calls extends Library {
    int mfLaunch(
        String name, int x, int y, int z, int threads, int shared, Pointer arguments, int together);
  }

  private final Calls calls;

  private HostKernels(Path library) {
    this.calls = Native.load(library.toString(), Calls.class);
  }

  Calls calls() {
    return calls;
  }

  /** The kernels of a cell: Euler, Exact or Leaky. */
  static HostKernels of(String cell) {
    return LOADED.computeIfAbsent(cell, c -> new HostKernels(library(c)));
  }

  private static Path library(String cell) {
    String options = System.getProperty(OPTIONS_PROPERTY, "-O1");
    Path library =
        Path.of("target", "emulated", cell + "-" + hash(options) + ".so").toAbsolutePath();
    if (!Files.exists(library)) {
      compile(cell, options, library);
    }
    return library;
  }

  private static void compile(String cell, String options, Path library) {
    try {
      Files.createDirectories(library.getParent());
      Path temporary = Files.createTempFile(library.getParent(), cell, ".so");
      List<String> command = new ArrayList<>(List.of("g++", "-std=c++17", "-w", "-shared"));
      command.addAll(List.of("-fPIC", "-fno-gnu-unique", "-Wl,-Bsymbolic", "-DCELL=" + cell));
      command.addAll(List.of(options.split(" ")));
      command.addAll(List.of("-I", SOURCES.toString(), SHIM.resolve("emulate.cpp").toString()));
      command.addAll(List.of("-o", temporary.toString()));
      int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
      if (exit != 0) {
        throw new IllegalStateException("g++ ended with " + exit + ": " + command);
      }
      Files.move(temporary, library, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("the tests of mf-cuda need g++", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String hash(String options) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(options.getBytes(StandardCharsets.UTF_8));
      for (Path folder : List.of(SOURCES, SHIM)) {
        try (Stream<Path> sources = Files.list(folder)) {
          for (Path source : sources.sorted().toList()) {
            digest.update(Files.readAllBytes(source));
          }
        }
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
