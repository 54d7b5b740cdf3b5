package org.mf4j.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mf4j.data.formats.SeriesFile;
import org.mf4j.data.series.Series;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.models.FittedModel;
import org.mf4j.models.ModelFitter;
import org.mf4j.models.ModelKind;
import org.mf4j.models.ModelSettings;
import org.mf4j.models.Setting;
import org.mf4j.models.Settings;
import org.mf4j.papers.PaperReference;
import org.mf4j.readout.LambdaRule;
import org.mf4j.search.Dimension;
import org.mf4j.search.Grid;
import org.mf4j.search.Search;
import org.mf4j.search.SearchListener;
import org.mf4j.search.SearchOptions;
import org.mf4j.search.Standing;
import org.mf4j.search.Strategy;
import org.mf4j.search.TrialLog;
import org.mf4j.search.Validation;
import org.mf4j.training.EpochListener;
import org.nd4j.shade.jackson.core.type.TypeReference;
import org.nd4j.shade.jackson.databind.ObjectMapper;
import picocli.CommandLine;

class MainTest {
  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path input;

  @BeforeEach
  void write() throws IOException {
    SeriesSet set = Waves.of(List.of("slow", "fast"));
    String lines = set.series().stream().map(one -> line(set, one)).collect(Collectors.joining());
    input =
        Files.writeString(
            folder.resolve("Waves_TRAIN.ts"),
            """
            @problemName Waves
            @timeStamps false
            @univariate false
            @dimensions 2
            @equalLength false
            @classLabel true slow fast
            @data
            """
                + lines);
  }

  private static String line(SeriesSet set, Series one) {
    return Stream.concat(
            Arrays.stream(one.channels())
                .map(
                    channel ->
                        Arrays.stream(channel)
                            .mapToObj(String::valueOf)
                            .collect(Collectors.joining(","))),
            Stream.of(set.classes().get((int) one.target())))
        .collect(Collectors.joining(":", "", "\n"));
  }

  private int run(String... args) {
    LocalSpark.session();
    CommandLine command = Main.commandLine();
    command.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    return command.execute(args);
  }

  @Test
  void whatIsFittedIsTheModelOfOneMachineAndPredictsTheSame() throws Exception {
    Path model = folder.resolve("model.zip");
    String[] fit = {
      "fit",
      "--input",
      input.toString(),
      "--output",
      model.toString(),
      "--model",
      "mf-esn",
      "--units",
      "5",
      "--seed",
      "3",
      "--lambda",
      ".5",
      "--set",
      "gamma=.9",
      "--json",
      folder.resolve("fit.json").toString()
    };
    assertThat(run(fit)).as(err.toString()).isZero();
    assertThat(out.toString())
        .isEqualTo(
            ("Trained mf-esn on 60 series of Waves (2 classes; settings: the papers' for"
                    + " SyntheticControl, the default for a data set that the papers do not have)"
                    + " and saved it to %s.%n")
                .formatted(model));
    SeriesSet set = SeriesFile.read(input);
    FittedModel fitted = FittedModel.load(model);
    FittedModel expected =
        new ModelFitter(
                Setting.of("gamma")
                    .setText(
                        PaperReference.of(set)
                            .settings(ModelKind.MF_ESN)
                            .withUnits(5)
                            .with(Settings.LAMBDA, new LambdaRule.Fixed(.5)),
                        ".9")
                    .withProbabilities())
            .fit(set, 3, EpochListener.NONE);
    assertThat(fitted.task()).isEqualTo(expected.task());
    assertThat(fitted.predict(set)).containsExactly(expected.predict(set));
    for (int i = 0; i < set.size(); i++) {
      assertThat(fitted.probabilities(set)[i])
          .containsExactly(expected.probabilities(set)[i], within(1e-5));
    }
    Path answers = folder.resolve("answers");
    String[] predict = {
      "predict",
      "--input",
      input.toString(),
      "--output",
      answers.toString(),
      "--model-file",
      model.toString(),
      "--probabilities"
    };
    assertThat(folder.resolve("fit.json"))
        .content()
        .contains("\"dataset\" : \"Waves\"", "\"series\" : 60", "\"lambda\" : 0.5");
    assertThat(run(predict)).as(err.toString()).isZero();
    assertThat(out.toString())
        .endsWith(
            "Predicted 60 series with mf-esn, accuracy %.4f; written to %s.%n"
                .formatted(fitted.score(set), answers));
    List<Row> rows =
        LocalSpark.session().read().option("header", true).csv(answers.toString()).collectAsList();
    assertThat(rows).hasSize(60);
    double[] predictions = fitted.predict(set);
    for (Row row : rows) {
      int number = Integer.parseInt(row.getString(0).replaceFirst(".*#", "")) - 1;
      assertThat(row.getString(1)).isEqualTo(set.classes().get((int) predictions[number]));
      assertThat(Double.parseDouble(row.<String>getAs("p(fast)")))
          .isCloseTo(fitted.probabilities(set)[number][1], within(1e-5));
    }
  }

  @Test
  void aSearchPrintsItsRankingAndGoesOnFromItsJournal() throws Exception {
    Path journal = folder.resolve("search.jsonl");
    String[] search = {
      "search",
      "--input",
      input.toString(),
      "--model",
      "mf-esn",
      "--units",
      "5",
      "--draws",
      "2",
      "--vary",
      "inputScaling=.1,1",
      "--vary",
      "lambda=.1,1",
      "--journal",
      journal.toString()
    };
    assertThat(run(search)).as(err.toString()).isZero();
    SeriesSet set = SeriesFile.read(input);
    Grid grid =
        new Grid(
            PaperReference.of(set).settings(ModelKind.MF_ESN).withUnits(5),
            List.of(
                Dimension.of(Settings.INPUT_SCALING, .1, 1.),
                Dimension.of(Settings.LAMBDA, .1, 1.)));
    SearchOptions options =
        new SearchOptions(new Strategy.Exhaustive(), new Validation.HoldOut(.2), 2, 1);
    List<Standing> expected =
        new Search(grid, set, options)
            .run(TrialLog.inMemory(), SearchListener.NONE, () -> false)
            .standings();
    String ranking = out.toString();
    assertThat(ranking.lines()).hasSize(4);
    for (int i = 0; i < 4; i++) {
      assertThat(ranking.lines().toList().get(i))
          .contains("%.4f".formatted(expected.get(i).scores().mean()));
    }
    out.getBuffer().setLength(0);
    assertThat(run(search)).isEqualTo(2);
    assertThat(err.toString()).contains("exists; resume it (--resume)");
    List<String> more = new ArrayList<>(List.of(search));
    more.add("--resume");
    assertThat(run(more.toArray(String[]::new))).isZero();
    assertThat(out.toString()).isEqualTo(ranking);
  }

  @Test
  void scaleTellsWhatManySeriesCost() throws IOException {
    Path json = folder.resolve("scale.json");
    assertThat(
            run(
                "scale",
                "--series",
                "600",
                "--model",
                "plain-hetero-mf-esn",
                "--units",
                "10",
                "--partitions",
                "3",
                "--local",
                "--repeats",
                "2",
                "--json",
                json.toString()))
        .as(err.toString())
        .isZero();
    assertThat(out.toString())
        .contains("series ", "partitions ", "fitSeconds ", "localFitSeconds ");
    Map<?, ?> report = new ObjectMapper().readValue(json.toFile(), Map.class);
    assertThat((double) report.get("accuracy")).isBetween(0.7, 1.0);
    // Three partitions send sums of 60 features at least.
    assertThat((int) report.get("fitResultBytes")).isGreaterThan(3 * 8 * 60 * 60);
    assertThat((double) report.get("fitTaskCpuSeconds")).isPositive();
    assertThat((double) report.get("driverPeakMiB")).isBetween(100.0, 8192.0);
    assertThat(run("scale", "--series", "0")).isEqualTo(2);
    assertThat(err.toString()).contains("mf: --series");
  }

  /** Numbers in a geometric sequence, and a text that is no axis. */
  @Test
  void aSearchVariesWhatThatOfOneMachineVaries() {
    List<String> search =
        List.of("search", "--input", input.toString(), "--model", "mf-esn", "--units", "5");
    List<String> ranged = new ArrayList<>(search);
    ranged.addAll(List.of("--draws", "1", "--vary", "lambda=.01..1/3"));
    assertThat(run(ranged.toArray(String[]::new))).as(err.toString()).isZero();
    assertThat(out.toString().lines()).hasSize(3);
    List<String> unclear = new ArrayList<>(search);
    unclear.addAll(List.of("--vary", "lambda"));
    assertThat(run(unclear.toArray(String[]::new))).isEqualTo(2);
    assertThat(err.toString()).contains("mf: 'lambda' is not NAME=VALUE.");
  }

  /** Of two rounds the last has one configuration; its settings are those to fit with. */
  @Test
  void aSearchByHalvingWritesTheBestSettings() throws Exception {
    Path best = folder.resolve("best.json");
    String[] search = {
      "search",
      "--input",
      input.toString(),
      "--model",
      "mf-esn",
      "--units",
      "5",
      "--draws",
      "3",
      "--vary",
      "lambda=.1,1,10",
      "--strategy",
      "halving",
      "--best",
      best.toString()
    };
    assertThat(run(search)).as(err.toString()).isZero();
    SeriesSet set = SeriesFile.read(input);
    Grid grid =
        new Grid(
            PaperReference.of(set).settings(ModelKind.MF_ESN).withUnits(5),
            List.of(Dimension.of(Settings.LAMBDA, .1, 1., 10.)));
    SearchOptions options =
        new SearchOptions(new Strategy.Halving(3), new Validation.HoldOut(.2), 3, 1);
    ModelSettings expected =
        new Search(grid, set, options)
            .run(TrialLog.inMemory(), SearchListener.NONE, () -> false)
            .best()
            .orElseThrow()
            .configuration()
            .settings();
    Map<String, Object> written =
        new ObjectMapper().readValue(best.toFile(), new TypeReference<Map<String, Object>>() {});
    assertThat(ModelSettings.of(written)).isEqualTo(expected);
  }

  @Test
  void settingsOfAFileNameTheModel() throws Exception {
    ModelSettings found =
        ModelKind.MF_ESN.plain().withUnits(4).with(Settings.LAMBDA, new LambdaRule.Fixed(.25));
    Path file = folder.resolve("best.json");
    new ObjectMapper().writeValue(file.toFile(), found.describe());
    Path model = folder.resolve("model.zip");
    String[] fit = {
      "fit",
      "--input",
      input.toString(),
      "--output",
      model.toString(),
      "--settings",
      file.toString()
    };
    assertThat(run(fit)).as(err.toString()).isZero();
    assertThat(out.toString()).contains("Trained mf-esn on 60 series", "those of --settings");
    assertThat(FittedModel.load(model).provenance().get("settings"))
        .isEqualTo(found.withProbabilities().describe());
    List<String> other = new ArrayList<>(List.of(fit));
    other.addAll(List.of("--model", "plain-hetero-mf-esn"));
    assertThat(run(other.toArray(String[]::new))).isEqualTo(2);
    assertThat(err.toString())
        .isEqualTo(
            ("mf: --model plain-hetero-mf-esn: the settings of --settings are of mf-esn; leave out"
                    + " one of them.%n")
                .formatted());
  }

  @Test
  void errorsAreOneSentence() throws IOException {
    Path model = folder.resolve("model.zip");
    assertThat(
            run("fit", "--input", input.toString(), "--output", model.toString(), "--model", "rnn"))
        .isEqualTo(2);
    assertThat(err.toString())
        .isEqualTo(
            "mf: --model rnn: must be one of mf-esn, hetero-mf-esn, plain-hetero-mf-esn%n"
                .formatted());
    Files.writeString(input, "@data\n1,2:oops\n");
    assertThat(
            run(
                "fit",
                "--input",
                input.toString(),
                "--output",
                model.toString(),
                "--model",
                "mf-esn"))
        .isNotZero();
    assertThat(err.toString()).contains("Waves_TRAIN.ts has no series");
    assertThat(model).doesNotExist();
  }
}
