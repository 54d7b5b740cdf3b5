package org.mf4j.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonJsonTest {
  @TempDir private Path folder;

  private JsonNode report;

  @BeforeEach
  void writeAndReadBack() throws IOException {
    ComparisonSetup setup = Samples.setup("GunPoint", "a", "b");
    Path file = folder.resolve("report.json");
    ComparisonJson.of(setup, Samples.results(setup), Map.of("mf4j", "1.2")).writeTo(file);
    report = new ObjectMapper().readTree(file.toFile());
  }

  @Test
  void holdsOneResultPerModel() {
    assertThat(report.fieldNames())
        .toIterable()
        .containsExactly("dataset", "metric", "results", "provenance");
    assertThat(report.get("dataset").asText()).isEqualTo("GunPoint");
    assertThat(report.get("metric").asText()).isEqualTo("accuracy");
    assertThat(report.get("results")).hasSize(2);
    JsonNode esn = report.get("results").get(0);
    assertThat(esn.fieldNames())
        .toIterable()
        .containsExactly("model", "mean", "std", "scores", "fitSeconds", "predictSeconds");
    assertThat(esn.get("model").asText()).isEqualTo("esn");
    assertThat(esn.get("mean").asDouble()).isCloseTo(.5, within(1e-12));
    assertThat(esn.get("std").asDouble()).isCloseTo(.1, within(1e-12));
    assertThat(esn.get("scores").toString()).isEqualTo("[0.4,0.5,0.6]");
    assertThat(esn.get("fitSeconds").asDouble()).isCloseTo(1.5, within(1e-12));
    assertThat(esn.get("predictSeconds").asDouble()).isEqualTo(.25);
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
