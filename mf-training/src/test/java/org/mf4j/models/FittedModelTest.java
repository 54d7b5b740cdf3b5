package org.mf4j.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mf4j.data.DatasetSplit;
import org.mf4j.data.series.DataException;
import org.mf4j.data.series.Series;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.training.EpochListener;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class FittedModelTest {
  private static final DatasetSplit DATA = ToySets.twoLevelsOfUnequalLengths();

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void loadedItIsWhatWasSaved(ModelKind kind) throws IOException, InterruptedException {
    FittedModel model = fit(kind).withProvenance(Map.of("file", "x.ts", "list", List.of(1, 2)));
    Path file = folder.resolve("model.zip");
    model.save(file);
    FittedModel loaded = FittedModel.load(file);
    assertThat(loaded.kind()).isEqualTo(kind);
    assertThat(loaded.task()).isEqualTo(model.task());
    assertThat(loaded.network().params()).isEqualTo(model.network().params());
    assertThat(loaded.predict(DATA.test())).containsExactly(model.predict(DATA.test()));
    assertThat(loaded.provenance())
        .containsEntry("file", "x.ts")
        .containsEntry("list", List.of(1, 2))
        .containsEntry("settings", model.provenance().get("settings"));
  }

  /** The classes are the same as without, and what is saved gives the same probabilities. */
  @ParameterizedTest
  @EnumSource
  void modelsTellHowProbableEachClassIs(ModelKind kind) throws IOException, InterruptedException {
    ModelSettings settings = ToySettings.of(kind);
    FittedModel plain = fit(settings);
    FittedModel model = fit(settings.withProbabilities());
    double[][] probabilities = model.probabilities(DATA.test());
    double[] predictions = plain.predict(DATA.test());
    assertThat(model.predict(DATA.test())).containsExactly(predictions);
    for (int i = 0; i < predictions.length; i++) {
      assertThat(Arrays.stream(probabilities[i]).sum()).isCloseTo(1, within(1e-6));
      assertThat(probabilities[i][(int) predictions[i]])
          .isEqualTo(Arrays.stream(probabilities[i]).max().getAsDouble());
    }
    Path file = folder.resolve("model.zip");
    model.save(file);
    assertThat(FittedModel.load(file).probabilities(DATA.test())).isDeepEqualTo(probabilities);
  }

  @Test
  void whatGivesNoProbabilitiesSaysSo() throws InterruptedException {
    FittedModel reservoir = fit(ModelKind.MF_ESN);
    assertThatThrownBy(() -> reservoir.probabilities(DATA.test()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("gives no probabilities");
  }

  @Test
  void theFileIsAnOrdinaryNetworkOfDeeplearning4j() throws IOException, InterruptedException {
    FittedModel model = fit(ModelKind.RNN);
    Path file = folder.resolve("model.zip");
    model.save(file);
    MultiLayerNetwork network = MultiLayerNetwork.load(file.toFile(), true);
    assertThat(network.params()).isEqualTo(model.network().params());
  }

  @ParameterizedTest
  @EnumSource(names = {"ESN", "MF_ESN", "PLAIN_HETERO_MF_ESN", "HETERO_MF_ESN"})
  void aReservoirIsServedSampleBySample(ModelKind kind) throws InterruptedException {
    MultiLayerNetwork network = fit(kind).network();
    double[][] channels = DATA.test().series().get(0).channels();
    INDArray whole = network.output(Nd4j.createFromArray(new double[][][] {channels}));
    INDArray answer = null;
    for (int t = 0; t < channels[0].length; t++) {
      int step = t;
      double[] sample = Arrays.stream(channels).mapToDouble(channel -> channel[step]).toArray();
      answer = network.rnnTimeStep(Nd4j.createFromArray(new double[][] {sample}));
    }
    assertThat(answer.toDoubleVector()).containsExactly(whole.toDoubleVector(), within(1e-3));
  }

  /** What else were made on the way would stay where the process is killed. */
  @Test
  void savingReplacesAndMakesNothingButTheFileThatTakesTheName()
      throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("model.zip"), "old");
    FittedModel model = fit(ModelKind.RNN);
    try (WatchService watch = folder.getFileSystem().newWatchService()) {
      WatchKey key = folder.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
      model.save(file);
      String last = "last"; // events arrive in order, but some time after what they tell of
      Files.delete(Files.createFile(folder.resolve(last)));
      String part = ".model.zip." + ProcessHandle.current().pid() + ".part";
      assertThat(namesUntil(last, key)).isSubsetOf(part, "model.zip", last).contains(part);
    }
    assertThat(FittedModel.load(file).kind()).isEqualTo(ModelKind.RNN);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  private static List<String> namesUntil(String last, WatchKey key) throws InterruptedException {
    List<String> names = new ArrayList<>();
    for (int attempt = 0; attempt < 3_000 && !names.contains(last); attempt++) {
      Thread.sleep(10);
      key.pollEvents().forEach(event -> names.add(String.valueOf(event.context())));
    }
    return names;
  }

  @Test
  void predictsEverySeriesAsIfAlone() throws InterruptedException {
    FittedModel model = fit(ModelKind.RNN);
    double[] together = model.predict(DATA.test());
    for (int i = 0; i < DATA.test().size(); i++) {
      assertThat(model.predict(DATA.test().subset(i))).containsExactly(together[i]);
    }
  }

  @Test
  void doesNotLookAtTheTargets() throws InterruptedException {
    FittedModel model = fit(ModelKind.RNN);
    List<Series> nameless =
        DATA.test().series().stream().map(s -> new Series(s.channels(), Double.NaN)).toList();
    assertThat(model.predict(new SeriesSet("nameless", List.of(), nameless)))
        .containsExactly(model.predict(DATA.test()));
  }

  @Test
  void refusesAnotherNumberOfChannels() throws InterruptedException {
    FittedModel model = fit(ModelKind.RNN);
    assertThatThrownBy(() -> model.predict(ToySets.levels().test()))
        .isInstanceOf(DataException.class)
        .hasMessage("levels: the series have 1 channel(s) but the model reads 2.");
  }

  @Test
  void aMissingFileIsSaidInOneSentence() {
    assertRefused(folder.resolve("none.zip"), "is not there or cannot be read");
  }

  @Test
  void aForeignFileIsSaidInOneSentence() throws IOException, InterruptedException {
    assertRefused(Files.writeString(folder.resolve("text.zip"), "hello"), "is no model of mf4j");
    assertRefused(Files.writeString(folder.resolve("empty.zip"), ""), "is no model of mf4j");
    Path network = folder.resolve("network.zip");
    fit(ModelKind.RNN).network().save(network.toFile());
    assertRefused(network, "it has no entry mf4j.json");
  }

  @Test
  void aTruncatedFileIsSaidInOneSentence() throws IOException, InterruptedException {
    Path file = folder.resolve("model.zip");
    fit(ModelKind.RNN).save(file);
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
    assertRefused(file, "is damaged");
  }

  @Test
  void damagedEntriesAreSaidInOneSentence() throws IOException, InterruptedException {
    assertRefused(withEntry("mf4j.json", "{"), "is damaged");
    assertRefused(withEntry("mf4j.json", "{\"format\":1,\"kind\":\"x\"}"), "is damaged");
    assertRefused(withEntry("coefficients.bin", "abc"), "is damaged");
    assertRefused(withEntry("configuration.json", "{}"), "is damaged");
    assertRefused(
        withEntry("mf4j.json", "{\"format\":2}"), "has format 2 but this version reads 1");
    assertRefused(
        withEntry("mf4j.json", "{\"format\":2,\"needs\":\"0.9.1\",\"more\":[{}]}"),
        "has format 2 but this version reads 1; use mf4j 0.9.1 or later");
  }

  private static void assertRefused(Path file, String reason) {
    assertThatThrownBy(() -> FittedModel.load(file))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(file.toString())
        .hasMessageContaining(reason)
        .hasMessageEndingWith(".")
        .message()
        .doesNotContain("\n");
  }

  private Path withEntry(String entry, String content) throws IOException, InterruptedException {
    Path file = folder.resolve("damaged.zip");
    fit(ModelKind.RNN).save(file);
    try (FileSystem zip = FileSystems.newFileSystem(file)) {
      Files.write(zip.getPath(entry), content.getBytes(StandardCharsets.UTF_8));
    }
    return file;
  }

  private static FittedModel fit(ModelKind kind) throws InterruptedException {
    return fit(ToySettings.of(kind));
  }

  private static FittedModel fit(ModelSettings toy) throws InterruptedException {
    boolean isTrained = toy.learning().isTrained();
    return new ModelFitter(isTrained ? toy.with(TrainingSettings.EPOCHS, 2) : toy)
        .fit(DATA.train(), 1, EpochListener.NONE);
  }
}
