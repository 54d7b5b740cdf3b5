package org.mf4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is wrong with the input: one sentence on stderr, exit code 2, no file. */
class BadInputTest {
  private static final String HEADER =
      """
      @problemName Tiny
      @univariate true
      @classLabel true a b
      @data
      """;
  private static final String GOOD = HEADER + "1,2,3:a\n2,3,4:b\n";

  @TempDir private Path folder;

  @BeforeEach
  void writeGoodFiles() throws IOException {
    Files.writeString(folder.resolve("good.ts"), GOOD);
    Path archived = Files.createDirectory(folder.resolve("Tiny"));
    Files.writeString(archived.resolve("Tiny_TRAIN.ts"), GOOD);
    Files.writeString(archived.resolve("Tiny_TEST.ts"), GOOD);
  }

  /** Content of the training file, what the sentence must say. */
  static Stream<List<String>> badTrainingFiles() {
    return Stream.of(
        List.of("", "empty"),
        List.of("@problemName Tiny\n@classLabel true a b\n", "@data"),
        List.of("<html><body>Not found</body></html>\n", "web page"),
        List.of(HEADER, "no series"),
        List.of(HEADER + "1,2,3:a\n1,2,3:4,5,6:b\n", "line 6"),
        List.of(HEADER + "1,two,3:a\n2,3,4:b\n", "line 5, column 3"),
        List.of(HEADER + "1,2,3:a\n2,3,4:c\n", "\"c\""),
        List.of(HEADER + "1,2,3:a\n2,3,4:a\n", "two classes"),
        List.of(HEADER + "1,NaN,3:a\n2,3,4:b\n", "missing"),
        List.of(HEADER + "1,?,3:a\n2,3,4:b\n", "missing"),
        List.of("@classLabel true a b\n@data\n1,2,3:4,5:a\n1,2,3:4,5,6:b\n", "line 3"),
        List.of("@targetlabel true\n@data\n1,2,3:0.5\n2,3,4:0.7\n", "numbers to regress"));
  }

  @ParameterizedTest
  @MethodSource("badTrainingFiles")
  void badTrainingFile(List<String> contentAndHint) throws IOException {
    Files.writeString(folder.resolve("bad.ts"), contentAndHint.get(0));
    assertRefused(
        contentAndHint.get(1), "compare --train DIR/bad.ts --test DIR/good.ts --json DIR/out");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1,2,3:a;2,3,4:a | two classes
          1,?,3:a;2,3,4:b | missing
          1,x,3:a;2,3,4:b | line 5, column 3
          """)
  void badFileToTrainOn(String series, String hint) throws IOException {
    Files.writeString(folder.resolve("bad.ts"), HEADER + series.replace(';', '\n') + "\n");
    assertRefused(hint, "train --model esn --train DIR/bad.ts --out DIR/out");
  }

  @Test
  void classThatTheTrainingSetLacks() throws IOException {
    Files.writeString(
        folder.resolve("more.ts"), GOOD.replace("true a b", "true a b c") + "3,4,5:c\n");
    assertRefused("class \"c\"", "compare --train DIR/good.ts --test DIR/more.ts --json DIR/out");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          absent.ts         | compare --train DIR/absent.ts --test DIR/good.ts --json DIR/out
          --train needs     | compare --train DIR/good.ts --json DIR/out
          one of the two    | compare --train DIR/good.ts --test DIR/good.ts --hold-out 0.3 --json DIR/out
          --hold-out needs  | compare --hold-out 0.3 --json DIR/out
          between 0 and 1   | compare --train DIR/good.ts --hold-out 1.5 --json DIR/out
          too few           | compare --train DIR/good.ts --hold-out 0.3 --json DIR/out
          --data-dir needs  | compare --data-dir DIR --json DIR/out
          Nosuch_TRAIN.ts   | compare --dataset Nosuch --json DIR/out
          is no name        | compare --dataset ../Tiny --data-dir DIR --json DIR/out
          extension         | compare --train DIR/good.ts --test DIR/good.zip --json DIR/out
          mean z-normalise? | compare --transform z-normalize --json DIR/out
          whole number      | compare --transform resample=0 --json DIR/out
          takes no number   | compare --transform interpolate,min-max=3 --json DIR/out
          not both          | compare --dataset Tiny --data-dir DIR --train DIR/good.ts --test DIR/good.ts
          mean "Tiny"       | compare --dataset Tyni --data-dir DIR --json DIR/out
          does not exist    | compare --dataset Tiny --data-dir DIR/absent --json DIR/out
          mean mf-esn       | compare --models esn,mf-ens --json DIR/out
          names no model    | compare --models , --json DIR/out
          --units           | compare --units 0 --json DIR/out
          --units           | compare --units 1000000 --json DIR/out
          --units           | compare --units many --json DIR/out
          --trials          | compare --trials 0 --json DIR/out
          --epochs          | compare --epochs -1 --json DIR/out
          --patience        | compare --patience 0 --json DIR/out
          --seed            | compare --seed x --json DIR/out
          --trials          | compare --trial 3 --json DIR/out
          its folder        | compare --json DIR/absent/out
          not a regular     | compare --json DIR
          compare           | compere
          See mf --help     |
          See mf train --h  | train --model esn
          --train           | train --model esn --out DIR/out
          either --train    | train --model esn --train DIR/good.ts --dataset Tiny --data-dir DIR --out DIR/out
          mean "Tiny"       | train --model esn --dataset Tyni --data-dir DIR --out DIR/out
          mean rnn          | train --model rn --train DIR/good.ts --out DIR/out
          absent.ts         | train --model esn --train DIR/absent.ts --out DIR/out
          its folder        | train --model esn --train DIR/good.ts --out DIR/absent/out
          trained already   | train --model rnn --unfreeze --train DIR/good.ts --out DIR/out
          mackey-glass      | forecast --signal henon
          --units           | forecast --units 0
          its folder        | forecast --csv DIR/absent/out
          --out             | predict --model-file DIR/good.ts --input DIR/good.ts
          model             | predict --model-file DIR/good.ts --input DIR/good.ts --out DIR/out
          gamma = 2.0       | stability --gamma 2 --json DIR/out
          deltaT = 0.0      | stability --delta-t 0 --json DIR/out
          --slope           | stability --slope steep --json DIR/out
          spectralRadius    | stability --rho -1 --json DIR/out
          inputScaling      | stability --input-scaling 0 --json DIR/out
          biasScaling       | stability --bias-scaling -1 --json DIR/out
          --units           | stability --units 0 --report DIR/new
          --integration     | stability --integration MIDPOINT --json DIR/out
          absent.zip        | stability --model-file DIR/absent.zip --report DIR/new
          --report          | stability --report DIR/good.ts
          --report          | stability --report DIR/absent/new
          --data-dir needs  | stability --data-dir DIR --json DIR/out
          absent.zip        | predict --model-file DIR/absent.zip --input DIR/good.ts --out DIR/out
          """)
  void badCommand(String hint, String command) throws IOException {
    assertRefused(hint, command == null ? "" : command);
  }

  private void assertRefused(String hint, String command) throws IOException {
    List<Path> before = files();
    Object[] words =
        Stream.of(command.split(" "))
            .filter(word -> !word.isEmpty())
            .map(word -> word.replace("DIR", folder.toString()))
            .toArray();
    Run run = Run.mf(words);
    assertThat(run.exitCode()).as(run.err()).isEqualTo(2);
    assertThat(run.complaints()).hasSize(1);
    assertThat(run.err()).contains(hint).doesNotContain("Exception", "at org.", "null");
    assertThat(run.out()).isEmpty();
    assertThat(files()).isEqualTo(before);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.sorted().toList();
    }
  }
}
