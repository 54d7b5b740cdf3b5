package org.mf4j.cli.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mf4j.cli.output.Json;
import org.mf4j.experiment.ModelResult;
import org.mf4j.experiment.Trial;

class ComparisonJsonTest {
  @TempDir private Path folder;

  private JsonNode report;

  @BeforeEach
  void writeAndReadBack() throws IOException {
    ComparisonSetup setup = Samples.setup("GunPoint", "a", "b");
    Path file = folder.resolve("report.json");
    ComparisonReport found = ComparisonReport.of(setup, Samples.results(setup));
    Json.write(file, ComparisonJson.of(found, Map.of("mf4j", "1.2")));
    report = new ObjectMapper().readTree(file.toFile());
  }

  @Test
  void holdsOneResultPerModel() {
    assertThat(report.fieldNames())
        .toIterable()
        .containsExactly("dataset", "metric", "baseline", "results", "provenance");
    assertThat(report.get("dataset").asText()).isEqualTo("GunPoint");
    assertThat(report.get("metric").asText()).isEqualTo("accuracy");
    assertThat(report.get("results")).hasSize(2);
    JsonNode esn = report.get("results").get(0);
    assertThat(esn.fieldNames())
        .toIterable()
        .containsExactly(
            "model", "mean", "std", "beatsBaseline", "scores", "fitSeconds", "predictSeconds");
    assertThat(esn.get("model").asText()).isEqualTo("esn");
    assertThat(esn.get("mean").asDouble()).isCloseTo(.5, within(1e-12));
    assertThat(esn.get("std").asDouble()).isCloseTo(.1, within(1e-12));
    assertThat(esn.get("scores").toString()).isEqualTo("[0.4,0.5,0.6]");
    assertThat(esn.get("fitSeconds").asDouble()).isCloseTo(1.5, within(1e-12));
    assertThat(esn.get("predictSeconds").asDouble()).isEqualTo(.25);
  }

  /** One of the two test series is of the training set's first class; 0.5 does not beat 0.5. */
  @Test
  void theBaselineIsThereAndWhoBeatsIt() throws IOException {
    assertThat(report.at("/baseline/predictor").asText()).isEqualTo("majority class");
    assertThat(report.at("/baseline/score").asDouble()).isEqualTo(.5);
    assertThat(report.at("/results/0/beatsBaseline").isBoolean()).isTrue();
    assertThat(report.at("/results/0/beatsBaseline").asBoolean()).isFalse();
    ComparisonSetup setup = Samples.setup("GunPoint", "a", "b");
    ModelResult better = new ModelResult(setup.models().get(0), List.of(new Trial(7, .6, 1, .25)));
    ComparisonJson json = ComparisonJson.of(ComparisonReport.of(setup, List.of(better)), Map.of());
    assertThat(json.results().get(0).beatsBaseline()).isTrue();
  }

  @Test
  void saysWhatRepeatsTheRun() {
    JsonNode provenance = report.get("provenance");
    assertThat(provenance.get("seed").asLong()).isEqualTo(7);
    assertThat(provenance.at("/settings/esn/inputScaling").asDouble()).isEqualTo(10.);
    assertThat(provenance.at("/settings/rnn/learningRate").asDouble()).isEqualTo(.01);
    assertThat(provenance.at("/dataSha256/train").asText()).matches("[0-9a-f]{64}");
    assertThat(provenance.at("/dataSha256/test").asText()).matches("[0-9a-f]{64}");
    assertThat(provenance.at("/transforms").asText()).isEqualTo("interpolate,resample=3");
    assertThat(provenance.at("/versions/mf4j").asText()).isEqualTo("1.2");
  }
}
