package org.mf4j.experiment.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mf4j.data.series.DataException;

class MethodAccuraciesTest {
  @TempDir private Path folder;

  /** The means of the sources have more decimals. */
  @ParameterizedTest
  @CsvSource({
    "MiniRocket, .8481",
    "ROCKET, .8496",
    "MultiRocket, .8567",
    "HIVE-COTE 2, .8527",
    "InceptionTime, .8496"
  })
  void publishedAccuraciesHaveThePublishedMeans(String method, double mean) {
    Map<String, Double> bySet =
        MethodAccuracies.published().stream()
            .filter(one -> one.method().equals(method))
            .findFirst()
            .orElseThrow()
            .bySet();
    assertThat(bySet).hasSize(32);
    assertThat(bySet.values().stream().mapToDouble(a -> a).average().orElseThrow())
        .isEqualTo(mean, within(2e-4));
  }

  @Test
  void aTableOfOnesOwnIsRead() throws IOException {
    List<MethodAccuracies> read =
        MethodAccuracies.read(
            table("# mine", "set,Mine,\"Theirs, tuned\"", "GunPoint,0.99349,", "Beef, .8 ,1"));
    assertThat(read)
        .containsExactly(
            new MethodAccuracies("Mine", Map.of("GunPoint", .993, "Beef", .8)),
            new MethodAccuracies("Theirs, tuned", Map.of("Beef", 1.0)));
  }

  @Test
  void whatIsNoSuchTableIsRefusedWithItsLine() throws IOException {
    assertRefused("line 2: \"98.5\" is no accuracy, a share between 0 and 1.", "s,M", "A,98.5");
    assertRefused("line 2: \"good\" is no accuracy, a share between 0 and 1.", "s,M", "A,good");
    assertRefused("line 3: the set A is there twice; keep one.", "s,M", "A,.5", "A,.5");
    assertRefused("line 2: 3 cells, but 2 columns; give as many.", "s,M", "A,.5,.6");
    assertRefused("must name the set and a method at least, as in set,MyMethod.", "A;.5");
  }

  private void assertRefused(String message, String... lines) throws IOException {
    Path file = table(lines);
    assertThatThrownBy(() -> MethodAccuracies.read(file))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith(file.toString())
        .hasMessageEndingWith(message);
  }

  private Path table(String... lines) throws IOException {
    return Files.write(folder.resolve("table.csv"), List.of(lines));
  }
}
