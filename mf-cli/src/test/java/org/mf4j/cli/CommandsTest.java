package org.mf4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands from end to end, on series that any of the models can learn. */
class CommandsTest {
  @TempDir private Path folder;

  /** Rising or falling by class, unequal lengths; or, for numbers, of that slope. */
  @BeforeEach
  void writeSeries() throws IOException {
    write("shapes_TRAIN.ts", "@classLabel true up down", i -> i % 2 == 0 ? "up" : "down");
    // The classes in another order: labels count, not their positions.
    write("shapes_TEST.ts", "@classLabel true down up", i -> i % 2 == 0 ? "up" : "down");
    write("slopes.ts", "@targetLabel true", i -> String.valueOf(slope(i)));
    write("new.ts", "@classLabel false", i -> null);
  }

  @Test
  void compareFitsEveryModelAndWritesTheReport() throws IOException {
    Path json = folder.resolve("report.json");
    Run run =
        Run.mf(
            "compare",
            "--train",
            folder.resolve("shapes_TRAIN.ts"),
            "--test",
            folder.resolve("shapes_TEST.ts"),
            "--units",
            20,
            "--trials",
            2,
            "--epochs",
            60,
            "--json",
            json);
    assertThat(run.complaints()).allMatch(line -> line.startsWith("mf: warning: mf-"));
    assertThat(run.exitCode()).isZero();
    assertThat(run.out().lines())
        .startsWith("shapes: 40 training and 40 test series, up to 13 steps, 1 channel, 2 classes")
        .anyMatch(
            line -> line.matches("mf-rnn +units 20, gamma.*learningRate 0.004.*clipNorm 1.0.*"))
        .anyMatch(line -> line.matches("hetero-mf-esn +[01]\\.\\d+ \\+- 0\\.\\d+ +- .*"))
        .anyMatch(line -> line.matches("esn +1\\.000 \\+- 0\\.000 +- .*"));
    JsonNode report = new ObjectMapper().readTree(json.toFile());
    assertThat(report.get("results").findValuesAsText("model"))
        .containsExactly("esn", "mf-esn", "rnn", "mf-rnn", "hetero-mf-esn");
    assertThat(report.get("results"))
        .allSatisfy(result -> assertThat(result.get("mean").asDouble()).isGreaterThan(.9));
  }

  @Test
  void compareWritesAPageThatHoldsTheTableThePicturesAndTheCommand() throws IOException {
    Path folder = this.folder.resolve("made");
    Run run =
        Run.mf(
            "compare",
            "--train",
            this.folder.resolve("shapes_TRAIN.ts"),
            "--test",
            this.folder.resolve("shapes_TEST.ts"),
            "--models",
            "esn,rnn",
            "--units",
            10,
            "--trials",
            1,
            "--epochs",
            3,
            "--report",
            folder);
    assertThat(run.complaints()).isEmpty();
    String page = Files.readString(folder.resolve("report.html"));
    String score = run.out().lines().filter(line -> line.startsWith("esn  ")).toList().get(1);
    assertThat(page)
        .contains("<td>esn</td><td>" + score.split(" +", 3)[1] + "</td>")
        .contains("./mf compare --train ", "--models esn,rnn", "wall time", "1.0.0-M2.1")
        .doesNotContain("<script", "http:", "https:");
    // Scores, learning curves of rnn, confusion of the better one.
    assertThat(page.split("<img ", -1)).hasSize(4);
  }

  @Test
  void compareOnTheGeneratedChartsNeedsNoFileAndIsDecidedByTheSeed() throws IOException {
    List<String> scores = List.of(scores("3"), scores("3"), scores("4"));
    assertThat(scores.get(0)).isEqualTo(scores.get(1)).isNotEqualTo(scores.get(2));
  }

  private String scores(String seed) throws IOException {
    Path json = folder.resolve("report.json");
    Run run =
        Run.mf(
            "compare",
            "--models",
            "mf-esn",
            "--trials",
            2,
            "--units",
            30,
            "--seed",
            seed,
            "--json",
            json);
    assertThat(run.out()).startsWith("ControlCharts: 300 training and 300 test series, 60 steps");
    return new ObjectMapper()
        .readTree(json.toFile())
        .get("results")
        .get(0)
        .get("scores")
        .toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"esn", "mf-esn", "mf-rnn", "hetero-mf-esn", "hetero-mf-esn"})
  void aTrainedModelPredictsLabels(String model) throws IOException {
    Path zip = train(model, "shapes_TRAIN.ts");
    assertThat(MultiLayerNetwork.load(zip.toFile(), false).getnLayers())
        .isEqualTo(Map.of("plain-hetero-mf-esn", 4, "hetero-mf-esn", 6).getOrDefault(model, 2));
    Run run = predict(zip, "shapes_TEST.ts");
    assertThat(run.complaints()).isEmpty();
    assertThat(run.out()).startsWith("Predicted 40 series with " + model + ", accuracy 1.0000; ");
    assertThat(predictions())
        .startsWith("index,prediction", "0,up", "1,down", "2,up")
        .endsWith("39,down");
  }

  @Test
  void seriesWithoutLabelsArePredictedButNotScored() throws IOException {
    Run run = predict(train("esn", "shapes_TRAIN.ts"), "new.ts");
    assertThat(run.out()).startsWith("Predicted 40 series with esn; written to ");
    assertThat(predictions()).contains("0,up", "1,down").hasSize(41);
  }

  @Test
  void numbersAreRegressed() throws IOException {
    Run run = predict(train("esn", "slopes.ts"), "slopes.ts");
    assertThat(run.out()).contains(", rmse 0.");
    double first = Double.parseDouble(predictions().get(1).substring("0,".length()));
    assertThat(first).isBetween(slope(0) - .05, slope(0) + .05);
  }

  @Test
  void labelsThatTheModelDoesNotKnowCostTheScoreAlone() throws IOException {
    Path zip = train("esn", "shapes_TRAIN.ts");
    write("other.ts", "@classLabel true up sideways", i -> i % 2 == 0 ? "up" : "sideways");
    Run run = predict(zip, "other.ts");
    assertThat(run.exitCode()).isZero();
    assertThat(run.err())
        .contains("mf: note: there is no score: ", "does not know the class \"sideways\"");
    assertThat(run.out()).contains(" series with esn; written to ");
    assertThat(predictions()).hasSizeGreaterThan(1);
  }

  @Test
  void aReservoirIsTrainedFurther() throws IOException {
    Path zip = folder.resolve("model.zip");
    Run run =
        Run.mf(
            "train",
            "--model",
            "esn",
            "--unfreeze",
            "--train",
            folder.resolve("shapes_TRAIN.ts"),
            "--out",
            zip,
            "--units",
            20,
            "--epochs",
            3);
    assertThat(run.complaints()).isEmpty();
    assertThat(run.out()).startsWith("Trained rnn on 40 series of ");
    assertThat(predict(zip, "shapes_TEST.ts").out())
        .startsWith("Predicted 40 series with rnn, accuracy 1.0000; ");
  }

  @Test
  void forecastComparesReservoirsAtTheSameBudget() throws IOException {
    Path csv = folder.resolve("forecast.csv");
    Run run =
        Run.mf(
            "forecast",
            "--signal",
            "narma-10",
            "--units",
            10,
            "--configurations",
            2,
            "--trials",
            2,
            "--csv",
            csv);
    assertThat(run.complaints()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.out().lines())
        .startsWith("narma-10: NRMSE (less is better), 10 neurons")
        .anyMatch(line -> line.matches("plain-hetero-mf-esn +0\\.\\d{4} \\+- 0\\.\\d{4} .*"));
    List<String> lines = Files.readAllLines(csv);
    assertThat(lines).hasSize(7);
    assertThat(lines.get(0))
        .isEqualTo("signal,units,seed,model,configuration,validation,trial,test");
    assertThat(lines.get(2))
        .matches("narma-10,10,1,esn,\"units 10, .*leakRate .*\",0\\.\\d+,1,0\\.\\d+");
  }

  @Test
  void stacktraceIsPrintedOnRequest() {
    Run run = Run.mf("compare", "--units", 0, "--stacktrace");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("mf: Invalid value for option '--units'", "\tat org.mf4j.cli.");
  }

  @Test
  void theVersionSaysOnRequestWhatMultiplies() {
    assertThat(Run.mf("--version", "-v").out()).contains(" threads", "OpenBLAS, kernels ");
    assertThat(Run.mf("--version").out()).doesNotContain("OpenBLAS");
  }

  @Test
  void helpAndVersionGoToStdout() {
    for (String command :
        List.of("compare", "train", "predict", "forecast", "stability", "figures", "robustness")) {
      assertThat(Run.mf(command, "--help").out()).startsWith("Usage: mf " + command);
    }
    assertThat(Run.mf("--version").out())
        .matches(
            "(?s)mf4j \\d\\S+, commit ([0-9a-f]{40}(-dirty)?|unknown)\\s.*Deeplearning4j"
                + " 1\\.0\\.0-M2\\.1.*");
  }

  private Path train(String model, String file) {
    Path zip = folder.resolve("model.zip");
    Run run =
        Run.mf(
            "train",
            "--model",
            model,
            "--train",
            folder.resolve(file),
            "--out",
            zip,
            "--units",
            20,
            "--epochs",
            60);
    assertThat(run.complaints()).allMatch(line -> line.startsWith("mf: warning: mf-"));
    assertThat(run.out()).startsWith("Trained " + model + " on 40 series of ");
    return zip;
  }

  private Run predict(Path zip, String input) {
    return Run.mf(
        "predict",
        "--model-file",
        zip,
        "--input",
        folder.resolve(input),
        "--out",
        folder.resolve("predictions.csv"));
  }

  private List<String> predictions() throws IOException {
    return Files.readAllLines(folder.resolve("predictions.csv"));
  }

  private static double slope(int i) {
    return (i % 2 == 0 ? 1 : -1) * (.1 + .002 * i);
  }

  private void write(String name, String labels, IntFunction<String> label) throws IOException {
    String lines =
        IntStream.range(0, 40)
            .mapToObj(i -> series(i) + (label.apply(i) == null ? "" : ":" + label.apply(i)))
            .collect(Collectors.joining("\n", "", "\n"));
    Files.writeString(folder.resolve(name), labels + "\n@data\n" + lines);
  }

  private static String series(int i) {
    return IntStream.range(0, 10 + i % 4)
        .mapToObj(t -> String.format(Locale.ROOT, "%.4f", slope(i) * t))
        .collect(Collectors.joining(","));
  }
}
