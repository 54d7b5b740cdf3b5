package org.mf4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Data as public bug reports have them, through whole commands. */
class OddDataTest {
  @TempDir private Path folder;

  /** Waves of two frequencies; the header, what stands before and behind the values of series i. */
  private Path waves(String name, String header, IntFunction<String> line) throws IOException {
    String text =
        IntStream.range(0, 40).mapToObj(line).collect(Collectors.joining("\n", header, "\n"));
    return Files.writeString(folder.resolve(name), text);
  }

  private static String values(int i, double offset) {
    return IntStream.range(0, 12)
        .mapToObj(t -> String.format(Locale.ROOT, "%.4f", offset + wave(i, t)))
        .collect(Collectors.joining(","));
  }

  private static double wave(int i, int t) {
    return Math.sin((1 + i % 2) * (t + .1 * i));
  }

  private static String kind(int i) {
    return i % 2 == 0 ? "a" : "b";
  }

  private Path targets(double scale) throws IOException {
    return waves(
        "targets.ts", "@targetLabel true\n@data\n", i -> values(i, 0) + ":" + scale * (2 + i % 5));
  }

  private static Run run(String command, Object... more) {
    Object[] words = command.split(" ", -1);
    Object[] all = new Object[words.length + more.length];
    System.arraycopy(words, 0, all, 0, words.length);
    System.arraycopy(more, 0, all, words.length, more.length);
    return Run.mf(all);
  }

  /** Fault 11: four decimals of a small number are nothing, those of a large one noise. */
  @ParameterizedTest
  @CsvSource({"1e-6, e-0", "1e9, e\\+0"})
  void anErrorIsWrittenWithTheDigitsOfItsTargets(double scale, String exponent) throws IOException {
    Path file = targets(scale);
    Run compared =
        run("compare --models esn,mf-esn --trials 2 --units 10 --hold-out .3 --train", file);
    assertThat(compared.out())
        .containsPattern("\\nesn +\\d\\.\\d{3}" + exponent + "\\d \\+- \\d\\.\\d{3}e.\\d\\d ")
        .containsPattern("mean predictor\\): rmse \\d\\.\\d{3}" + exponent);
    Path model = folder.resolve("m.zip");
    run("train --model esn --units 10 --train", file, "--out", model);
    Run predicted =
        run("predict --model-file", model, "--input", file, "--out", folder.resolve("p.csv"));
    assertThat(predicted.out()).containsPattern("rmse \\d\\.\\d{3}" + exponent);
  }

  /** Fault 12: a label that is a formality, and one of another task, cost the score alone. */
  @ParameterizedTest
  @CsvSource({"0, does not know the class \"0\"", "1, does not know the class \"1\""})
  void labelsAreForTheScoreOnly(String label, String why) throws IOException {
    Path model = folder.resolve("m.zip");
    Path known = waves("known.csv", "", i -> kind(i) + "," + values(i, 0));
    run("train --model esn --units 10 --train", known, "--out", model);
    Path dummy = waves("dummy.csv", "", i -> label + "," + values(i, 0));
    Path out = folder.resolve("p.csv");
    Run predicted = run("predict --model-file", model, "--input", dummy, "--out", out);
    assertThat(predicted.exitCode()).isZero();
    assertThat(predicted.err()).contains("mf: note: there is no score: dummy: the model ", why);
    assertThat(predicted.out()).startsWith("Predicted 40 series with esn; written to ");
    assertThat(Files.readAllLines(out)).hasSize(41);
    Run numbers = run("predict --model-file", model, "--input", targets(1), "--out", out);
    assertThat(numbers.exitCode()).isZero();
    assertThat(numbers.err()).contains("there is no score: ");
  }

  /** Fault 13. */
  @Test
  void aModelThatDivergesLeavesTheOthersTheirRows() throws IOException {
    Path file = targets(1e25);
    Path json = folder.resolve("c.json");
    String common = "compare --trials 1 --units 10 --epochs 3 --hold-out .3 --train";
    Run both =
        run(common, file, "--models", "rnn,esn", "--json", json, "--report", folder.resolve("r"));
    assertThat(both.exitCode()).isZero();
    assertThat(both.err()).doesNotContain("please report");
    assertThat(both.out())
        .containsPattern("\\nrnn +failed +- +- +-\\nesn +\\d\\.\\d{3}e\\+2\\d ")
        .contains("\nrnn failed: the training loss is ");
    JsonNode results = new ObjectMapper().readTree(json.toFile()).get("results");
    assertThat(results.get(0).get("failure").asText()).contains("scale what is learned");
    assertThat(results.get(0).has("mean")).isFalse();
    assertThat(results.get(1).has("failure")).isFalse();
    Run alone = run(common, file, "--models", "rnn", "--report", folder.resolve("r"));
    assertThat(alone.exitCode()).isEqualTo(1);
    Run trained =
        run("train --model rnn --units 10 --epochs 3 --train", file, "--out", folder + "/m.zip");
    assertThat(trained.exitCode()).isEqualTo(2);
    assertThat(trained.complaints())
        .last()
        .asString()
        .startsWith("mf: the training loss is ")
        .doesNotContain("please report");
    assertThat(folder.resolve("m.zip")).doesNotExist();
  }

  @Test
  void aSearchWithoutASuccessIsNone() throws IOException {
    Run searched =
        run("search --model rnn --units 10 --epochs 2 --vary leakRate=1 --train", targets(1e25));
    assertThat(searched.exitCode()).isEqualTo(1);
    assertThat(searched.out()).contains("No configuration succeeded in all its trials.");
  }

  /** Fault 14: what is not looked at need not be there. */
  @Test
  void aSearchNeedsNoTestSet() throws IOException {
    Path file = waves("known.csv", "", i -> kind(i) + "," + values(i, 0));
    Run all = run("search --model esn --units 10 --vary leakRate=.3,.6 --train", file);
    assertThat(all.exitCode()).isZero();
    assertThat(all.out()).startsWith("known: 40 training series; ");
    Run part = run("search --model esn --units 10 --vary leakRate=.3 --hold-out .5 --train", file);
    assertThat(part.out()).startsWith("known: 20 training series; ");
  }

  /** Faults 7 and 18: what is hardly meant is told. */
  @ParameterizedTest
  @CsvSource({
    "compare --models esn --trials 1 --units 10 --hold-out .3",
    "train --model esn --units 10 --out OUT",
    "search --model esn --units 10 --vary leakRate=.3"
  })
  void doubtsAreTold(String command) throws IOException {
    Path far = waves("far.csv", "", i -> kind(i) + "," + values(i, 1e8));
    String words = command.replace("OUT", folder.resolve("m.zip").toString());
    assertThat(run(words + " --train", far).err())
        .contains("mf: warning: far: channel 1 changes by less than 1e-5 of its values");
    assertThat(run(words + " --transform z-normalise --train", far).err())
        .doesNotContain("channel 1 changes");
    Path single = waves("single.csv", "", i -> (i < 20 ? "a" : "c" + i) + "," + values(i, 0));
    if (!words.startsWith("compare")) {
      assertThat(run(words + " --train", single).err())
          .contains("mf: warning: single: 20 of 21 classes have one series only");
    }
  }

  /** Fault 4: words of another alphabet stay apart, in every format. */
  @ParameterizedTest
  @CsvSource({"x.csv, windows-1251", "x.ts, windows-1251", "x.arff, windows-1251", "x.csv, GBK"})
  void wordsOfOtherEncodingsStayApart(String name, String encoding) throws IOException {
    String[] classes =
        encoding.equals("GBK") ? new String[] {"上", "下"} : new String[] {"рост", "спад"};
    String header =
        name.endsWith("ts")
            ? "@classLabel true %s %s\n@data\n".formatted((Object[]) classes)
            : name.endsWith("arff")
                ? "@relation x\n@attribute t0 numeric\n@attribute t1 numeric\n@attribute c {%s,%s}\n@data\n"
                    .formatted((Object[]) classes)
                : "";
    String rows =
        IntStream.range(0, 8)
            .mapToObj(i -> row(name, classes[i % 2], "%d,%d".formatted(i, i * i)))
            .collect(Collectors.joining("\n", header, "\n"));
    Path file = folder.resolve(name);
    Files.write(file, rows.getBytes(Charset.forName(encoding)));
    Run run = run("data", file);
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).containsPattern("targets +2 classes \\(\\S+: 4, \\S+: 4\\)");
    assertThat(run.out()).contains("is read as Windows-1252");
  }

  private static String row(String name, String label, String values) {
    return name.endsWith("csv")
        ? label + "," + values
        : values + (name.endsWith("ts") ? ":" : ",") + label;
  }
}
