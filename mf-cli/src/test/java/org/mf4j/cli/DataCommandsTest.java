package org.mf4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the commands get their series from, and what they do to them first. */
class DataCommandsTest {
  @TempDir private Path folder;

  @Test
  void aDataSetIsDownloadedOnceAndThenInTheCache() throws IOException {
    byte[] zip = zip("Slopes");
    try (ServedSets served = new ServedSets("Slopes", zip, folder.resolve("cache"))) {
      assertThat(compareSlopes().out()).startsWith("Slopes: 20 training and 20 test series");
      served.stop();
      assertThat(compareSlopes().err()).isEmpty();
      assertThat(folder.resolve("cache/Slopes/Slopes_TEST.ts")).exists();
    }
  }

  private static Run compareSlopes() {
    return Run.mf(
        "compare", "--dataset", "Slopes", "--models", "esn", "--trials", 1, "--units", 20);
  }

  @Test
  void aNamedDataSetOfAnotherFormatIsTrainedOn() throws IOException {
    Path data = Files.createDirectory(folder.resolve("data"));
    Files.writeString(data.resolve("Slopes_TRAIN.tsv"), rows("\t", 1));
    Files.writeString(data.resolve("Slopes_TEST.tsv"), rows("\t", 1));
    Run run =
        Run.mf(
            "train",
            "--model",
            "esn",
            "--dataset",
            "Slopes",
            "--data-dir",
            data,
            "--units",
            20,
            "--out",
            folder.resolve("model.zip"),
            "--transform",
            "interpolate");
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).startsWith("Trained esn on 20 series of Slopes");
  }

  @Test
  void aModelTreatsItsInputAsItsTrainingSetWasTreated() throws IOException {
    Path train = Files.writeString(folder.resolve("big.csv"), rows(",", 1000));
    Path model = folder.resolve("model.zip");
    Run training =
        Run.mf(
            "train",
            "--model",
            "mf-esn",
            "--train",
            train,
            "--out",
            model,
            "--units",
            20,
            "--transform",
            "interpolate,z-normalise-channels",
            "--transform",
            "resample");
    assertThat(training.complaints()).allMatch(line -> line.startsWith("mf: warning: mf-esn"));
    assertThat(predict(model, train)).hasSize(21).contains("0,1", "1,2");
    // By itself, a series has other statistics than the training set: they must not be used.
    String[] rows = rows(",", 1000).split("\n", -1);
    Path first = Files.writeString(folder.resolve("first.txt"), rows[0] + "\n");
    assertThat(predict(model, first)).containsExactly("index,prediction", "0,1");
    Path second = Files.writeString(folder.resolve("second.txt"), rows[1] + "\n");
    assertThat(predict(model, second)).containsExactly("index,prediction", "0,2");
  }

  @Test
  void missingValuesAreFilledInOnRequest() throws IOException {
    Path train = Files.writeString(folder.resolve("gaps.txt"), rows(" ", 1));
    Run refused =
        Run.mf("compare", "--train", train, "--test", train, "--models", "esn", "--trials", 1);
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("gaps: series 1 has a missing value (channel 1, step 3)");
    Path json = folder.resolve("report.json");
    Run run =
        Run.mf(
            "compare",
            "--train",
            train,
            "--test",
            train,
            "--models",
            "esn",
            "--trials",
            1,
            "--units",
            20,
            "--transform",
            "interpolate",
            "--json",
            json);
    assertThat(run.complaints()).isEmpty();
    assertThat(run.err())
        .contains("mf: read gaps: 20 series of 1 channel, 9 steps;", "40 of 180 values missing.");
    assertThat(run.out()).contains("Transforms: interpolate\n");
    assertThat(Files.readString(json)).contains("\"transforms\" : \"interpolate\"");
  }

  private List<String> predict(Path model, Path input) throws IOException {
    Path out = folder.resolve("predictions.csv");
    Run run = Run.mf("predict", "--model-file", model, "--input", input, "--out", out);
    assertThat(run.complaints()).isEmpty();
    return Files.readAllLines(out);
  }

  /** Rising lines of class 1, falling ones of class 2, every third value missing. */
  private static String rows(String separator, double scale) {
    return IntStream.range(0, 20)
        .mapToObj(i -> 1 + i % 2 + separator + values(i, separator, "NaN", scale))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String values(int i, String separator, String missing, double scale) {
    double slope = (i % 2 == 0 ? .1 : -.1) * (1 + .01 * i);
    return IntStream.range(0, 9)
        .mapToObj(
            t ->
                t % 3 == 2 && t < 8
                    ? missing
                    : String.format(Locale.ROOT, "%.4f", scale * (5 + slope * (t - 4))))
        .collect(Collectors.joining(separator));
  }

  private static byte[] zip(String name) throws IOException {
    String text =
        IntStream.range(0, 20)
            .mapToObj(i -> values(i, ",", "0", 1) + ":" + (1 + i % 2))
            .collect(Collectors.joining("\n", "@classLabel true 1 2\n@data\n", "\n"));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (String part : List.of("_TRAIN.ts", "_TEST.ts")) {
        out.putNextEntry(new ZipEntry(name + part));
        out.write(text.getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }
}
