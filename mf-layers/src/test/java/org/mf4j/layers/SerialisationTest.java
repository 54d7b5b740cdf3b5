package org.mf4j.layers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mf4j.engine.Engine;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;

/** Configurations and networks written and read, also by another process. */
class SerialisationTest {
  private static final int STEPS = 5;

  @TempDir Path folder;

  static DataSet data(LayerCase c) {
    return new DataSet(
        Batches.uniform(2, c.dataType(), 3, LayerCase.N_IN, STEPS),
        Batches.classesPerStep(3, c.dataType(), 3, STEPS));
  }

  private static MultiLayerNetwork net(LayerCase c) {
    return Nets.of(
        Nets.configuration(c.dataType()).updater(new Adam(0.01)),
        c.builder().initialState(0.1, 0.2, 0.3, 0.4).l2(1e-3).build(),
        c.upperLayer(),
        Nets.outputPerStep());
  }

  @EveryLayer
  void jsonAndYamlAreReadAsTheyWereWritten(LayerCase c) {
    MultiLayerConfiguration configuration = net(c).getLayerWiseConfigurations();
    MultiLayerConfiguration json = MultiLayerConfiguration.fromJson(configuration.toJson());
    MultiLayerConfiguration yaml = MultiLayerConfiguration.fromYaml(configuration.toYaml());
    assertThat(json).isEqualTo(configuration);
    assertThat(yaml).isEqualTo(configuration);
    CellRnn layer = (CellRnn) json.getConf(0).getLayer();
    assertThat(layer.getEngine()).isEqualTo(c.layer().getEngine());
    assertThat(layer.getInitialState()).containsExactly(0.1, 0.2, 0.3, 0.4);
    assertThat(layer.cell()).isEqualTo(c.layer().cell());
  }

  @EveryLayer
  void differentOptionsAreDifferentConfigurations(LayerCase c) {
    assertThat(c.layer()).isEqualTo(c.layer()).hasSameHashCodeAs(c.layer());
    for (CellRnn.Builder<?> changed :
        List.of(
            c.builder().initialState(0.5),
            c.builder().engine(Engine.AUTO),
            c.builder().gradientCheckpointing(!c.layer().isGradientCheckpointing()),
            c.builder().l2(0.3))) {
      CellRnn other = changed.build();
      assertThat(other).isNotEqualTo(c.layer());
    }
    assertThat(c.layer().clone()).isEqualTo(c.layer());
  }

  @EveryLayer
  void theConfigurationSurvivesJavaSerialisation(LayerCase c)
      throws IOException, ClassNotFoundException {
    MultiLayerConfiguration configuration = net(c).getLayerWiseConfigurations();
    assertThat(overTheWire(configuration)).isEqualTo(configuration);
  }

  private static Object overTheWire(Object object) throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(object);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return in.readObject();
    }
  }

  @EveryLayer
  void aSavedNetworkGoesOnTrainingBitForBit(LayerCase c) throws IOException {
    MultiLayerNetwork net = net(c);
    for (int i = 0; i < 3; i++) {
      net.fit(data(c));
    }
    Path file = folder.resolve("model.zip");
    ModelSerializer.writeModel(net, file.toFile(), true);
    MultiLayerNetwork restored = ModelSerializer.restoreMultiLayerNetwork(file.toFile(), true);
    assertThat(restored.params()).isEqualTo(net.params());
    for (int i = 0; i < 3; i++) {
      net.fit(data(c));
      restored.fit(data(c));
    }
    assertThat(bits(restored.params())).isEqualTo(bits(net.params()));
    assertThat(restored.getUpdater().getStateViewArray())
        .isEqualTo(net.getUpdater().getStateViewArray());
  }

  /** Equality of arrays in ND4J has a tolerance; this has none. */
  private static double[] bits(INDArray array) {
    return array.dup('c').data().asDouble();
  }

  /** All cases in one other process: it starts once. */
  @Test
  void anotherProcessReadsTheModelsAndConfigurations() throws Exception {
    List<LayerCase> cases = LayerCase.all().toList();
    for (int i = 0; i < cases.size(); i++) {
      MultiLayerNetwork net = net(cases.get(i));
      ModelSerializer.writeModel(net, folder.resolve(i + ".zip").toFile(), true);
      MultiLayerConfiguration configuration = net.getLayerWiseConfigurations();
      Files.writeString(folder.resolve(i + ".json"), configuration.toJson());
      Files.writeString(folder.resolve(i + ".yaml"), configuration.toYaml());
      Nd4j.saveBinary(data(cases.get(i)).getFeatures(), folder.resolve(i + ".in").toFile());
      Nd4j.saveBinary(
          net.output(data(cases.get(i)).getFeatures()), folder.resolve(i + ".out").toFile());
    }
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dorg.bytedeco.javacpp.maxphysicalbytes=0",
                "-cp",
                System.getProperty("java.class.path"),
                FreshProcess.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).as("ended in time").isTrue();
    assertThat(Files.readString(folder.resolve("log")))
        .endsWith(cases.size() + " models are as they were saved\n");
    assertThat(process.exitValue()).isZero();
  }

  /** What the other process does: it knows nothing but the files. */
  static final class FreshProcess {
    private FreshProcess() {}

    public static void main(String[] args) throws IOException {
      Path folder = Path.of(args[0]);
      int count = 0;
      while (Files.exists(folder.resolve(count + ".zip"))) {
        check(folder, count++);
      }
      System.out.print(count + " models are as they were saved\n");
    }

    private static void check(Path folder, int index) throws IOException {
      MultiLayerNetwork net =
          ModelSerializer.restoreMultiLayerNetwork(folder.resolve(index + ".zip").toFile());
      INDArray x = Nd4j.readBinary(folder.resolve(index + ".in").toFile());
      INDArray expected = Nd4j.readBinary(folder.resolve(index + ".out").toFile());
      String json = Files.readString(folder.resolve(index + ".json"));
      String yaml = Files.readString(folder.resolve(index + ".yaml"));
      boolean same =
          net.output(x).equals(expected)
              && MultiLayerConfiguration.fromJson(json).equals(net.getLayerWiseConfigurations())
              && MultiLayerConfiguration.fromYaml(yaml).equals(net.getLayerWiseConfigurations());
      if (!same) {
        throw new IllegalStateException("model " + index + " differs");
      }
    }
  }
}
