package org.mf4j.cli.options;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mf4j.cli.Run;
import org.mf4j.models.FittedModel;

/** What a search finds can be trained, compared, examined and forecast with. */
class SettingsOptionsTest {
  @TempDir private Path folder;

  private Path best() {
    Path file = folder.resolve("best.json");
    Run search =
        Run.mf(
            "search",
            "--model",
            "mf-esn",
            "--units",
            "10",
            "--set",
            "integration=exact",
            "--vary",
            "gamma=.5,.9",
            "--draws",
            "1",
            "--best",
            file.toString());
    assertThat(search.err()).doesNotContain("mf: --");
    assertThat(search.exitCode()).isZero();
    return file;
  }

  @Test
  void whatASearchFindsIsTakenByTheOtherCommands() throws IOException {
    Path best = best();
    assertThat(Files.readString(best))
        .contains("\"model\" : \"mf-esn\"", "\"units\" : 10", "\"integration\" : \"EXACT\"");
    Run compare = Run.mf("compare", "--models", "mf-esn", "--trials", "1", "--settings", best);
    assertThat(compare.out()).contains("mf-esn  units 10,").contains("integration EXACT");
    Run stability = Run.mf("stability", "--settings", best.toString());
    assertThat(stability.out()).contains("units 10,").contains("integration EXACT");
    Run forecast = Run.mf("forecast", "--trials", "1", "--settings", best.toString());
    assertThat(forecast.out()).contains("mf-esn").doesNotContain("plain-hetero-mf-esn");
  }

  @Test
  void aModelOfASearchIsTrainedAndTellsItsSettings() throws IOException {
    Path series = folder.resolve("mine.csv");
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      lines.append(i % 2 == 0 ? "low,0,1,0,1" : "high,5,6,5,6").append('\n');
    }
    Files.writeString(series, lines);
    Path model = folder.resolve("model.zip");
    Run train =
        Run.mf(
            "train",
            "--settings",
            best().toString(),
            "--set",
            "topology=ring(0.5)",
            "--train",
            series.toString(),
            "--out",
            model.toString());
    assertThat(train.out()).contains("Trained mf-esn").contains("settings: those of --settings");
    assertThat(FittedModel.load(model).provenance().get("settings").toString())
        .contains("topology=ring(weight=0.5)");
    Run predict =
        Run.mf(
            "predict",
            "--model-file",
            model.toString(),
            "--input",
            series.toString(),
            "--out",
            folder.resolve("predictions.csv").toString());
    assertThat(predict.out()).contains("Settings: units 10, inputScaling 1.0");
  }

  @Test
  void mistakesAreOneSentence() throws IOException {
    assertThat(Run.mf("compare", "--set", "gama=1").err())
        .contains("setting gama: unknown; did you mean gamma?");
    assertThat(Run.mf("compare", "--set", "gamma").err()).contains("'gamma' is not NAME=VALUE.");
    assertThat(Run.mf("compare", "--models", "esn", "--set", "gamma=1").err())
        .contains("gamma: esn has no such setting; it has units,");
    assertThat(Run.mf("compare", "--models", "mf-esn", "--set", "gamma=2").err())
        .contains("gamma = 2.0: must be in (0, 1]");
    Path file = folder.resolve("bad.json");
    Files.writeString(file, "{\"model\":\"mf-esn\",\"topology\":\"spares(1,2)\"}");
    assertThat(Run.mf("compare", "--settings", file.toString()).err())
        .contains("topology = spares(1,2): unknown; did you mean sparse?");
    for (String text : List.of("no json", "null")) {
      Files.writeString(file, text);
      assertThat(Run.mf("compare", "--settings", file.toString()).err())
          .contains("it is no JSON object");
    }
    assertThat(Run.mf("search", "--vary", "gamma=1").err())
        .contains("--model: missing; name one of esn,");
  }
}
