package org.mf4j.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The committed PTX is that of the sources, and every supported card can run it. */
class PtxTest {
  private static final Path SOURCES = Path.of("src/main/cuda");
  private static final Path RESOURCES = Path.of("src/main/resources/org/mf4j/cuda/ptx");

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  /** As build-ptx does it. */
  private static String hashOfSources() throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (String ending : List.of(".cu", ".cuh")) {
      for (Path source : files(SOURCES, ending)) {
        digest.update(Files.readAllBytes(source));
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  @Test
  void everyResourceWasBuiltFromTheSources() throws Exception {
    String expected = "// sources " + hashOfSources();
    for (Path resource : files(RESOURCES, ".ptx")) {
      assertThat(Files.readAllLines(resource).get(0))
          .as("%s: run mf-cuda/build-ptx where there is nvcc", resource.getFileName())
          .isEqualTo(expected);
    }
  }

  @Test
  void thereIsOneResourcePerCellFamilyAndSize() throws IOException {
    Stream<String> ofCells =
        Stream.of("Euler", "Exact", "Leaky")
            .flatMap(
                cell ->
                    Stream.concat(
                        Stream.of(1, 2, 3, 4, 5).map(size -> cell + "-block-" + size),
                        Stream.of(1, 2, 4, 8, 16).map(size -> cell + "-grid-" + size)));
    assertThat(files(RESOURCES, ".ptx").stream().map(file -> file.getFileName().toString()))
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(ofCells, Stream.of("common")).map(name -> name + ".ptx").toList());
  }

  @Test
  void driversSince2018AndCardsSinceTuringUnderstandIt() throws IOException {
    for (Path resource : files(RESOURCES, ".ptx")) {
      assertThat(Files.readString(resource))
          .contains(".version 6.3\n", ".target sm_75\n")
          .doesNotContain("used_bytes_mask");
    }
  }

  /**
   * All for the oldest and the newest, those of one cell for all: cells differ in arithmetic alone.
   * Remembered under target until a source changes.
   */
  @Test
  void everyResourceAssemblesForEveryArchitecture() throws Exception {
    assumeTrue(hasPtxas(), "no ptxas on the path");
    Path done = Path.of("target", "assembled-" + hashOfSources());
    if (!Files.exists(done)) {
      List<String> refused =
          files(RESOURCES, ".ptx").parallelStream().flatMap(PtxTest::refusals).toList();
      assertThat(refused).isEmpty();
      Files.createFile(done);
    }
  }

  private static Stream<String> refusals(Path resource) {
    boolean ofOtherCell = resource.toString().matches(".*/(Exact|Leaky)-.*");
    return Stream.of(75, 80, 86, 89, 90, 100)
        .filter(sm -> !ofOtherCell || sm == 75 || sm == 100)
        .filter(sm -> !assembles("-arch=sm_" + sm, "-O0", "-o", "/dev/null", resource.toString()))
        .map(sm -> resource.getFileName() + " for sm_" + sm);
  }

  private static boolean hasPtxas() {
    return Arrays.stream(System.getenv("PATH").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "ptxas")));
  }

  private static boolean assembles(String... arguments) {
    List<String> command = Stream.concat(Stream.of("ptxas"), Stream.of(arguments)).toList();
    try {
      return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException("ptxas", e);
    }
  }
}
