package org.mf4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Fault 5: a name completed wrongly must cost nobody the file of their measurements. */
class KeptInputsTest {
  private static final Set<String> READ =
      Set.of(
          "--beside",
          "--data-dir",
          "--input",
          "--model-file",
          "--settings",
          "--test",
          "--train",
          "--watch");

  @TempDir private Path folder;

  @BeforeEach
  void writeFiles() throws IOException {
    Path walk = Files.createDirectories(folder.resolve("classes/walk"));
    Path sets = Files.createDirectories(folder.resolve("sets/Tiny"));
    for (Path file :
        new Path[] {
          folder.resolve("mine.csv"),
          folder.resolve("model.zip"),
          folder.resolve("model.zip.training"),
          walk.resolve("a.csv"),
          sets.resolve("Tiny_TRAIN.csv"),
          folder.resolve("report.json"),
          folder.resolve("archive.csv")
        }) {
      Files.writeString(file, "precious");
    }
    Files.createSymbolicLink(folder.resolve("link.csv"), folder.resolve("mine.csv"));
    Files.createSymbolicLink(folder.resolve("here"), folder);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          predict --model-file DIR/model.zip --input DIR/mine.csv --out DIR/mine.csv      | --out DIR/mine.csv: is the file of --input; name another.
          predict --model-file DIR/model.zip --input DIR/mine.csv --out DIR/model.zip     | --out DIR/model.zip: is the file of --model-file; name another.
          predict --model-file DIR/model.zip --input DIR/link.csv --out DIR/mine.csv      | --out DIR/mine.csv: is the file of --input; name another.
          predict --model-file DIR/model.zip --input DIR/mine.csv --out DIR/here/mine.csv | --out DIR/here/mine.csv: is the file of --input; name another.
          predict --model-file DIR/model.zip --input DIR/classes --out DIR/classes/p.csv  | --out DIR/classes/p.csv: lies among the series of --input DIR/classes; name another.
          train --model esn --train DIR/mine.csv --out DIR/mine.csv                       | --out DIR/mine.csv: is the file of --train; name another.
          train --model esn --train DIR/mine.csv --out DIR/sets/../mine.csv               | --out DIR/sets/../mine.csv: is the file of --train; name another.
          train --model esn --train DIR/mine.csv --out DIR/m.zip --card DIR/mine.csv      | --card DIR/mine.csv: is the file of --train; name another.
          train --model esn --train DIR/mine.csv --out DIR/new --card DIR/here/new        | --out DIR/new: is that of --card; name another.
          train --settings DIR/model.zip.training --train DIR/mine.csv --out DIR/model.zip | --out DIR/model.zip: would replace --settings DIR/model.zip.training; name another.
          train --model esn --train DIR/classes --out DIR/classes/walk/a.csv              | --out DIR/classes/walk/a.csv: lies among the series of --train DIR/classes; name another.
          compare --train DIR/mine.csv --hold-out .3 --json DIR/mine.csv                  | --json DIR/mine.csv: is the file of --train; name another.
          compare --train DIR/mine.csv --test DIR/link.csv --json DIR/mine.csv            | --json DIR/mine.csv: is the file of --train; name another.
          compare --dataset Tiny --data-dir DIR/sets --json DIR/sets/Tiny/Tiny_TRAIN.csv  | --json DIR/sets/Tiny/Tiny_TRAIN.csv: lies among the series of --data-dir DIR/sets; name another.
          search --model esn --train DIR/mine.csv --csv DIR/mine.csv                      | --csv DIR/mine.csv: is the file of --train; name another.
          search --model esn --train DIR/mine.csv --best DIR/mine.csv                     | --best DIR/mine.csv: is the file of --train; name another.
          search --model esn --train DIR/mine.csv --journal DIR/mine.csv                  | --journal DIR/mine.csv: is the file of --train; name another.
          search --train DIR/mine.csv --settings DIR/model.zip --best DIR/model.zip       | --best DIR/model.zip: is the file of --settings; name another.
          stability --settings DIR/report.json --report DIR                               | --report DIR: would replace --settings DIR/report.json; name another.
          stability --model-file DIR/model.zip --json DIR/model.zip                       | --json DIR/model.zip: is the file of --model-file; name another.
          robustness --train DIR/mine.csv --hold-out .3 --json DIR/mine.csv               | --json DIR/mine.csv: is the file of --train; name another.
          archive --data-dir DIR/sets --beside DIR/archive.csv --out DIR                  | --out DIR: would replace --beside DIR/archive.csv; name another.
          """)
  void noOutputTakesTheNameOfAnInput(String command, String sentence) throws IOException {
    Run run = Run.mf((Object[]) command.replace("DIR", folder.toString()).split(" +"));
    assertThat(run.err()).isEqualTo("mf: " + sentence.replace("DIR", folder.toString()) + "\n");
    assertThat(run.exitCode()).isEqualTo(2);
    try (Stream<Path> all = Files.walk(folder)) {
      assertThat(all.filter(Files::isRegularFile)).hasSize(8).allMatch(this::isPrecious);
    }
  }

  private boolean isPrecious(Path file) {
    try {
      return Files.readString(file).equals("precious");
    } catch (IOException e) {
      return false;
    }
  }

  /** One file may be read twice, and results may lie in the folder of the data sets. */
  @ParameterizedTest
  @CsvSource({
    "compare --train DIR/mine.csv --test DIR/mine.csv --json DIR/new.json --report DIR/page",
    "compare --dataset Tiny --data-dir DIR/sets --json DIR/sets/results.csv",
    "predict --model-file DIR/model.zip --watch DIR/classes --out DIR/classes",
    "data DIR/classes --report DIR/classes"
  })
  void whatIsApartRuns(String command) {
    Run run = Run.mf((Object[]) command.replace("DIR", folder.toString()).split(" +"));
    assertThat(run.err()).doesNotContain("name another.");
  }

  /** An option that nobody has looked at could name an output that is taken for an input. */
  @Test
  void everyOptionOfAPathIsKnown() {
    Set<String> known = new TreeSet<>(READ);
    known.addAll(KeptInputs.WRITTEN);
    assertThat(paths(Mf.commandLine()).distinct()).containsExactlyInAnyOrderElementsOf(known);
  }

  private static Stream<String> paths(CommandLine command) {
    return Stream.concat(
        command.getCommandSpec().options().stream()
            .filter(option -> option.type().equals(Path.class))
            .map(OptionSpec::longestName),
        command.getSubcommands().values().stream().flatMap(KeptInputsTest::paths));
  }
}
