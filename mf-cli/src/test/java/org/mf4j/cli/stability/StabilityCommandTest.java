package org.mf4j.cli.stability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mf4j.cli.Run;

/** {@code mf stability} from end to end. */
class StabilityCommandTest {
  @TempDir private Path folder;

  private Run stability(String options) {
    List<Object> words = new ArrayList<>(List.of("stability"));
    Stream.of(options.split(" "))
        .filter(word -> !word.isEmpty())
        .map(word -> word.replace("DIR", folder.toString()))
        .forEach(words::add);
    return Run.mf(words.toArray());
  }

  private JsonNode json(String options) throws IOException {
    Path file = folder.resolve("report.json");
    Run run = stability(options + " --json " + file);
    assertThat(run.complaints()).isEmpty();
    assertThat(run.exitCode()).isZero();
    return new ObjectMapper().readTree(file.toFile());
  }

  @Test
  void theJsonHasTheQuantitiesOfTableII() throws IOException {
    JsonNode report = json("--gamma 1 --delta-t 0.01 --slope 1 --rho 0.9 --units 20");
    assertThat(report.get("pMin").asDouble()).isCloseTo(0.1616, within(5e-5));
    assertThat(report.get("pMax").asDouble()).isCloseTo(10.224, within(5e-4));
    assertThat(report.get("c").asDouble()).isCloseTo(99.035, within(5e-4));
    assertThat(report.get("s").asDouble()).isCloseTo(3.207, within(5e-4));
    assertThat(report.get("mu").asDouble()).isCloseTo(1 - 0.001616, within(1e-6));
    assertThat(report.get("unitCube").isBoolean()).isTrue();
    assertThat(report.get("unitCube").asBoolean()).isTrue();
    assertThat(report.get("lemmaV1").asBoolean()).isFalse();
    for (String condition : List.of("theoremV3", "conditionA", "conditionB")) {
      assertThat(report.get(condition).isBoolean()).isTrue();
      assertThat(report.get(condition).asBoolean()).isFalse();
    }
    assertThat(report.get("theoremV6").asBoolean()).isTrue();
    assertThat(report.get("eFoldingSteps").asDouble()).isBetween(618.0, 619.0);
    assertThat(report.get("spectralRadiusEstimate").asDouble())
        .isCloseTo(1 - 0.001616, within(1e-6));
    assertThat(report.get("verdict").asText()).isEqualTo("only locally plausible");
    assertThat(report.get("jacobian").get("eigenvaluesReal")).hasSize(20);
    assertThat(report.get("seriesLength").asInt()).isEqualTo(60);
    assertThat(report.get("measured").get("diverges").asBoolean()).isFalse();
  }

  @Test
  void withNoiseItSaysWhatStands() throws IOException {
    String weak = "--rho 0.01 --gamma 0.8 --delta-t 0.01 --units 10 ";
    assertThat(json(weak).has("noise")).isFalse();
    assertThat(stability(weak).out()).doesNotContain("noise");
    JsonNode noise = json(weak + "--set noise=0.02").get("noise");
    assertThat(noise.get("contractsInMeanSquare").asBoolean()).isTrue();
    assertThat(noise.get("meanSquareRate").asDouble()).isBetween(0.8, 1.0);
    assertThat(noise.get("measuredRate").asDouble())
        .isLessThan(noise.get("meanSquareRate").asDouble());
    assertThat(noise.get("measuredSpread").asDouble())
        .isBetween(
            noise.get("smallestStationarySpread").asDouble() / 2,
            2 * noise.get("largestStationarySpread").asDouble());
    assertThat(stability(weak + "--set noise=0.02").out())
        .contains("With its noise, two solutions under the same draws contract in mean square")
        .contains("states spread by");
    assertThat(stability("--rho 1.5 --set noise=0.02 --set jumpRate=1 --units 10").out())
        .contains("no condition proves that two solutions under the same draws contract")
        .contains("down to the size of the jumps");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --gamma 0.5 --delta-t 0.001 --rho 0.9 --slope 1  | globally stable for any input, proved by Theorem V.3
          --gamma 0.8 --delta-t 0.01 --rho 0.9 --slope 1   | globally stable for any input, proved by condition (A)
          --gamma 1 --delta-t 0.1 --rho 0.05 --slope 1     | globally stable for any input, proved by condition (B)
          --gamma 1 --delta-t 0.1 --rho 0                  | globally stable for any input, proved by condition (A)
          --gamma 1 --delta-t 0.1 --rho 0.9                | only locally plausible
          --gamma 1 --delta-t 0.3                          | unstable; the necessary condition of Theorem V.6 fails
          """)
  void theVerdictNamesItsProof(String options, String verdict) {
    Run run = stability(options);
    assertThat(run.complaints()).isEmpty();
    assertThat(run.out().lines()).anyMatch(line -> line.startsWith("Verdict: " + verdict));
    assertThat(run.out()).doesNotContain("Infinity", "NaN");
  }

  /** What the report says must change does make the network stable. */
  @Test
  void theAdviceHelps() throws IOException {
    String options = "--gamma 0.95 --delta-t 0.1 --slope 1 --units 30 --rho ";
    JsonNode before = json(options + "0.9");
    assertThat(before.get("verdict").asText()).isEqualTo("only locally plausible");
    double factor = before.get("remedies").get("couplingFactor").asDouble();
    assertThat(factor).isBetween(0.01, 0.99);
    assertThat(json(options + 0.9 * factor * 0.999).get("verdict").asText())
        .isEqualTo("globally stable");
    assertThat(json(options + 0.9 * factor * 1.001).get("verdict").asText())
        .isEqualTo("only locally plausible");
  }

  @Test
  void theExactStepIsNeverUnstable() throws IOException {
    JsonNode report = json("--gamma 1 --delta-t 3 --integration EXACT --units 20");
    assertThat(report.get("unitCube").asBoolean()).isTrue();
    assertThat(report.get("theoremV6").asBoolean()).isTrue();
    assertThat(report.get("lemmaV1").asBoolean()).isFalse();
    assertThat(stability("--delta-t 3 --integration EXACT --units 20").out())
        .contains("Lemma V.1               Euler only");
  }

  @Test
  void statesThatDivergeAreSaidToInsteadOfMeasured() throws IOException {
    JsonNode report = json("--gamma 1 --delta-t 5 --units 20");
    assertThat(report.get("verdict").asText()).isEqualTo("unstable");
    assertThat(report.get("measured").get("diverges").asBoolean()).isTrue();
    assertThat(report.get("measured").get("lyapunovExponent").isNull()).isTrue();
    assertThat(report.has("jacobian")).isFalse();
    assertThat(stability("--gamma 1 --delta-t 5 --units 20").out())
        .contains("Theorem V.6 needs deltaT below 0.195, the unit cube deltaT at most 0.101");
  }

  @Test
  void theFolderHoldsTheReportTwice() throws IOException {
    Run run = stability("--units 10 --capacities --report DIR/new");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(Files.readString(folder.resolve("new/report.md")))
        .startsWith("# Stability of mf-esn\n")
        .contains(run.out().lines().toList().get(2), "memory capacity");
    JsonNode report = new ObjectMapper().readTree(folder.resolve("new/report.json").toFile());
    assertThat(report.get("capacities").get("memoryCapacity").asDouble()).isBetween(0.5, 10.0);
    assertThat(report.get("capacities").get("kernelRank").asInt()).isBetween(1, 10);
    assertThat(stability("--units 10 --report DIR/new").exitCode()).isZero();
  }

  @Test
  void aSavedModelIsTheReservoirThatItsSeedDraws() throws IOException {
    Run train = train("mf-esn");
    assertThat(train.exitCode()).as(train.err()).isZero();
    String data = " --train DIR/rising.ts --test DIR/rising.ts";
    JsonNode saved = json("--model-file DIR/mf-esn.zip" + data);
    JsonNode drawn = json("--units 15" + data);
    assertThat(saved.get("coupling").get("spectralNorm").asDouble())
        .isCloseTo(drawn.get("coupling").get("spectralNorm").asDouble(), within(1e-6));
    assertThat(saved.get("seriesLength").asInt()).isEqualTo(4);
    assertThat(json("--model-file DIR/mf-esn.zip").has("seriesLength")).isFalse();
    Run refused = stability("--model-file DIR/mf-esn.zip --rho 1");
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("the model has its own settings").hasLineCount(1);
  }

  @Test
  void thePageShowsVerdictSpectrumAndRates() throws IOException {
    Run run = stability("--units 10 --delta-t 0.05 --report DIR/new");
    assertThat(run.exitCode()).as(run.err()).isZero();
    String page = Files.readString(folder.resolve("new/report.html"));
    assertThat(page)
        .contains("<h1>Stability of mf-esn</h1>")
        .contains("<p>Verdict: only locally plausible")
        .contains("<td>Theorem V.3</td><td>no</td>")
        .contains("Eigenvalues of the Jacobian of this network at the state after the series")
        .contains("Potentiation and depression rate over the drive")
        .contains("--units 10 --delta-t 0.05")
        .doesNotContain("<script", "http-equiv");
    assertThat(page.split("<figure>")).hasSize(3);
    stability("--units 10 --gamma 1 --delta-t 5 --report DIR/new");
    assertThat(Files.readString(folder.resolve("new/report.html")).split("<figure>")).hasSize(2);
  }

  /** The layer behind the differences of the input, neurons that differ. */
  @Test
  void aHeterogeneousModelIsExaminedWhereItsNeuronsAre() throws IOException {
    assertThat(train("hetero-mf-esn").exitCode()).isZero();
    String file = "--model-file DIR/hetero-mf-esn.zip";
    JsonNode report = json(file + " --train DIR/rising.ts --test DIR/rising.ts");
    assertThat(report.get("jacobian").get("eigenvaluesReal")).hasSize(15);
    assertThat(report.get("seriesLength").asInt()).isEqualTo(4);
    assertThat(report.get("measured").get("diverges").asBoolean()).isFalse();
    assertThat(report.get("spectralRadiusEstimate").asDouble()).isBetween(0.9, 1.0);
    Path two = folder.resolve("two.ts");
    Files.writeString(two, "@classLabel true up down\n@data\n1,2:3,4:up\n4,3:2,1:down\n");
    Run refused = stability(file + " --train DIR/two.ts --test DIR/two.ts");
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("have 2 channel(s) but the network reads 1.");
  }

  @Test
  void ofATanhNetworkOneSentenceTellsWhatApplies() throws IOException {
    assertThat(train("esn").exitCode()).isZero();
    Run run = stability("--model-file DIR/esn.zip");
    assertThat(run.out()).startsWith("esn: ").contains("||W_h||_2 = ").hasLineCount(1);
    Run refused = stability("--model-file DIR/esn.zip --json DIR/out.json");
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("no memristive neurons").hasLineCount(1);
    assertThat(folder.resolve("out.json")).doesNotExist();
  }

  private Run train(String model) throws IOException {
    Path series = folder.resolve("rising.ts");
    Files.writeString(
        series, "@classLabel true up down\n@data\n1,2,3,4:up\n4,3,2,1:down\n2,3,4,5:up\n");
    return Run.mf(
        "train",
        "--model",
        model,
        "--train",
        series,
        "--units",
        15,
        "--out",
        folder.resolve(model + ".zip"));
  }

  @Test
  void trainAndCompareWarnOnceOfASlowMode() throws IOException {
    Run train = train("mf-esn");
    assertThat(train.complaints())
        .singleElement()
        .asString()
        .startsWith("mf: warning: mf-esn: the slowest mode may take 15 steps to fade");
    Run compare = Run.mf("compare", "--models", "esn,mf-esn", "--trials", 2, "--units", 10);
    assertThat(compare.complaints()).isEmpty();
  }
}
