package org.mf4j.cli.reproduce;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mf4j.cli.Run;

/** {@code mf reproduce} on small files under the names of the archive. */
class ReproduceCommandTest {
  @TempDir private Path folder;

  private Run reproduce(String table, String mode, String datasets, String models) {
    return Run.mf(
        "reproduce",
        table,
        "--mode",
        mode,
        "--datasets",
        datasets,
        "--models",
        models,
        "--trials",
        2,
        "--epochs",
        2,
        "--data-dir",
        folder.resolve("data"),
        "--out",
        folder.resolve("out"));
  }

  private void writeSlopes(String name) throws IOException {
    Path data = Files.createDirectories(folder.resolve("data").resolve(name));
    Files.writeString(data.resolve(name + "_TRAIN.ts"), series());
    Files.writeString(data.resolve(name + "_TEST.ts"), series());
  }

  /** Found wherever the data sets of this machine are, and no data set. */
  private void writeEmpty(String name) throws IOException {
    Path broken = Files.createDirectories(folder.resolve("data").resolve(name));
    Files.writeString(broken.resolve(name + "_TRAIN.ts"), "");
    Files.writeString(broken.resolve(name + "_TEST.ts"), "");
  }

  /** Rising and falling. */
  private static String series() {
    return IntStream.range(0, 24)
        .mapToObj(
            i ->
                IntStream.range(0, 12)
                        .mapToObj(
                            t -> String.format(Locale.ROOT, "%.3f", (i % 2 * 2 - 1) * .1 * (t + i)))
                        .collect(Collectors.joining(","))
                    + (i % 2 == 0 ? ":down" : ":up"))
        .collect(Collectors.joining("\n", "@classLabel true down up\n@data\n", "\n"));
  }

  @Test
  void oursBesideThePaperAndWhatCannotBeReadIsListed() throws IOException {
    writeSlopes("Coffee");
    writeEmpty("GunPoint");
    Run run = reproduce("apl-table4", "selected", "Coffee,GunPoint", "esn,mf-rnn");
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.out().lines())
        .anyMatch(
            line ->
                line.matches("Coffee +ESN +accuracy +1\\.000 \\+- 0\\.000 +0\\.586 .* better .*"))
        .anyMatch(line -> line.startsWith("Coffee    MF-RNN  accuracy"))
        .anyMatch(line -> line.startsWith("Rule - agree: "))
        .anyMatch(line -> line.matches("Not reproduced: .*GunPoint_TRAIN.*"));
    assertThat(folder.resolve("out/apl-table4-selected.md"))
        .content()
        .contains(
            "| Coffee | ESN | accuracy | 1.000 ± 0.000 | 0.586 ± 0.029 |",
            "GunPoint",
            "- seed: `1`",
            ", commit ");
    assertThat(folder.resolve("out/apl-table4-selected.csv"))
        .content()
        .startsWith("data set,model,");
    assertThat(folder.resolve("out/apl-table4-selected.html"))
        .content()
        .contains("<td>Coffee</td>", "data:image/svg+xml");
  }

  @Test
  void aTableGoesOnFromItsJournals() throws IOException {
    writeSlopes("ECG5000");
    reproduce("apl-table4", "search", "ECG5000", "rnn");
    Path journal = folder.resolve("out/journals/ECG5000-rnn-search.jsonl");
    byte[] before = Files.readAllBytes(journal);
    assertThat(Files.readAllLines(journal)).hasSize(3);
    Run again = reproduce("apl-table4", "search", "ECG5000", "rnn");
    assertThat(again.out()).contains("2 trials, ");
    assertThat(Files.readAllBytes(journal)).isEqualTo(before);
  }

  @Test
  void whatCannotBeComparedOrReproducedIsSaid() throws IOException {
    writeSlopes("FloodModeling1");
    writeSlopes("FordA");
    Run run = reproduce("nw-table4", "selected", "FloodModeling1,FordA", "esn");
    assertThat(run.out())
        .contains("FloodModeling1 is not compared: published for targets in other units.")
        .contains("FordA, ESN: the papers do not say which settings were selected")
        .contains("No cell can be compared with the paper.");
  }

  private Run figure(Object... more) {
    List<Object> words =
        new ArrayList<>(
            List.of(
                "reproduce",
                "esann-fig3",
                "--trials",
                2,
                "--data-dir",
                folder.resolve("data"),
                "--out",
                folder.resolve("out")));
    words.addAll(List.of(more));
    return Run.mf(words.toArray());
  }

  @Test
  void aFigureIsATableAPictureAndJournalsAndWhatCannotBeReadIsListed() throws IOException {
    writeSlopes("ECG5000");
    writeEmpty("SyntheticControl");
    Run run = figure("--units", "8,4", "--sample", 20);
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.out().lines())
        .anyMatch(
            line ->
                line.matches(
                    "ECG5000 +nanowire neurons +4 +\\d\\.\\d{3} \\+- \\d\\.\\d{3} +0\\.500"
                        + " +inputCentre=\\S+ inputSpread=\\S+ deltaT=\\S+ .* [1-9]\\d* of 20 .*"))
        .anyMatch(line -> line.matches("ECG5000 +tanh neurons, uncoupled +8 .* 0 of 20 .*"))
        .anyMatch(line -> line.matches("ECG5000 +echo state network +8 .*"))
        .contains("The figure prints no numbers, so there is nothing to compare with.")
        .anyMatch(line -> line.matches("Not reproduced: .*SyntheticControl.*"));
    Path out = folder.resolve("out");
    assertThat(out.resolve("esann-fig3-search.md"))
        .content()
        .contains("| ECG5000 | nanowire neurons | 4 |", "20 random configurations", ", commit ");
    assertThat(out.resolve("esann-fig3-search.csv")).content().startsWith("data set,neurons,N,");
    assertThat(out.resolve("esann-fig3-search.html"))
        .content()
        .contains("<td>echo state network</td>", "data:image/svg+xml");
    assertThat(out.resolve("assembly-accuracy.svg")).content().contains("majority class");
    Path journal = out.resolve("journals/ECG5000-nanowires-4-search.jsonl");
    byte[] before = Files.readAllBytes(journal);
    assertThat(Files.readAllLines(journal))
        .hasSize(21)
        .anyMatch(line -> line.contains("\"failure\":\"deltaT: Theorem 3.1 needs"));
    assertThat(figure("--units", "4", "--sample", 20).exitCode()).isZero();
    assertThat(Files.readAllBytes(journal)).isEqualTo(before);
  }

  @Test
  void whatAFigureDoesNotHaveIsSaid() throws IOException {
    writeSlopes("ECG5000");
    assertThat(figure("--mode", "selected").err())
        .isEqualTo(
            "mf: --mode selected: the paper does not say which settings were selected for"
                + " esann-fig3; use --mode search.\n");
    assertThat(figure("--models", "esn").err())
        .isEqualTo("mf: --models does nothing for esann-fig3; leave it out.\n");
    assertThat(figure("--datasets", "ECG500").err()).contains("did you mean ECG5000?");
    assertThat(figure("--lambda", "-1").err()).contains("lambda = -1.0").hasLineCount(1);
    assertThat(Run.mf("reproduce", "apl-table4", "--units", 5, "--out", folder).err())
        .isEqualTo("mf: --units does nothing for apl-table4; leave it out.\n");
  }

  @Test
  void mistakesAreOneSentence() throws IOException {
    writeSlopes("Coffee");
    assertThat(Run.mf("reproduce", "table4", "--out", folder).err())
        .contains("did you mean nw-table4?")
        .hasLineCount(1);
    assertThat(reproduce("apl-table4", "selected", "Cofee", "esn").err())
        .contains("did you mean Coffee?")
        .hasLineCount(1);
  }
}
