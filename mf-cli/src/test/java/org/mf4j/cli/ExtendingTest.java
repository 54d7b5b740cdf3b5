package org.mf4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mf4j.engine.Engine;
import org.mf4j.figures.Picture;
import org.mf4j.hardware.HardwareModel;
import org.mf4j.hardware.Nonideality;
import org.mf4j.layers.CellRnn;
import org.mf4j.layers.LeakyRnn;
import org.mf4j.layers.StateSummary;
import org.mf4j.random.SeededRandom;
import org.mf4j.reservoir.topology.ExactRadius;
import org.mf4j.reservoir.topology.Topology;
import org.mf4j.summaries.Summary;
import org.mf4j.summaries.SummaryOptions;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import picocli.CommandLine;

/** The recipes of docs/extending.md: their classes compile as they stand there, and work. */
class ExtendingTest {
  private static final Pattern NAME = Pattern.compile("(?:record|class) (\\w+)");

  private static final String CLASS_PATH = System.getProperty("java.class.path");

  private static URLClassLoader recipes;

  private static Path folder;

  @BeforeAll
  static void compile(@TempDir Path folder) throws IOException {
    ExtendingTest.folder = folder;
    String page = Files.readString(Path.of("..", "docs", "extending.md"));
    List<String> arguments =
        new ArrayList<>(List.of("-proc:none", "-d", folder.toString(), "-cp", CLASS_PATH));
    for (String block : Stream.of(page.split("```java\n")).skip(1).toList()) {
      String source = block.substring(0, block.indexOf("```"));
      Matcher name = NAME.matcher(source);
      assertThat(name.find()).isTrue();
      arguments.add(write(name.group(1), source));
    }
    arguments.add(withRow(page, "ModelKind", "mf-training/src/main/java/org/mf4j/models"));
    arguments.add(withRow(page, "Engine", "mf-layers/src/main/java/org/mf4j/engine"));
    int failed =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    assertThat(failed).as("exit code of javac, which says above what is wrong").isZero();
    recipes = new URLClassLoader(new URL[] {folder.toUri().toURL()});
  }

  private static String write(String name, String source) throws IOException {
    return Files.writeString(folder.resolve(name + ".java"), source).toString();
  }

  /** An enum of this library with one more row. */
  private static String withRow(String page, String name, String where) throws IOException {
    String row = page.split("```java " + name + "\n", 2)[1].split("```", 2)[0];
    String source = Files.readString(Path.of("..", where, name + ".java"));
    return write(name, source.replace("enum " + name + " {", "enum " + name + " {\n" + row));
  }

  @AfterAll
  static void close() throws IOException {
    recipes.close();
  }

  private static Object recipe(String name, Object... arguments)
      throws ReflectiveOperationException {
    return recipes.loadClass(name).getConstructors()[0].newInstance(arguments);
  }

  @Test
  void aTopologyIsDrawnAtARadius() throws ReflectiveOperationException {
    Topology topology = (Topology) recipe("SmallWorld", 2, 0.);
    double[][] drawn = topology.draw(5, new SeededRandom(1));
    for (int i = 0; i < 5; i++) {
      for (int j = 0; j < 5; j++) {
        int distance = (j - i + 5) % 5;
        assertThat(drawn[i][j] != 0).isEqualTo(distance == 1 || distance == 2);
      }
    }
    double[][] scaled = new ExactRadius(topology, .5).draw(5, new SeededRandom(1));
    double ratio = scaled[0][1] / drawn[0][1];
    assertThat(scaled[3][4] / drawn[3][4]).isCloseTo(ratio, within(1e-12));
  }

  /** The kernel, its adjoint, the graph and the formula of the page. */
  @Test
  void aCellIsTheSameStepAsGraphAndAsKernel() throws ReflectiveOperationException {
    INDArray x = Nd4j.create(new float[] {.3f, -1, 2, .5f}, new long[] {1, 1, 4});
    MultiLayerNetwork fused = sines(Engine.FUSED);
    MultiLayerNetwork defined = sines(Engine.SAMEDIFF);
    defined.setParams(fused.params());
    double h = 0;
    for (int t = 0; t < 4; t++) {
      double v =
          x.getDouble(0, 0, t) * fused.getParam("0_W").getDouble(0)
              + h * fused.getParam("0_RW").getDouble(0);
      h = (h + Math.sin(v)) / 2;
      assertThat(fused.output(x).getDouble(0, 0, t)).isCloseTo(h, within(1e-6));
    }
    assertThat(defined.output(x)).isEqualTo(fused.output(x));
    assertThat(gradient(fused, x)).containsExactly(gradient(defined, x), within(1e-6));
  }

  private static MultiLayerNetwork sines(Engine engine) throws ReflectiveOperationException {
    CellRnn.Builder<?> builder = (CellRnn.Builder<?>) recipe("org.mf4j.layers.SineRnn$Builder");
    return network(builder.engine(engine).nIn(1).nOut(1).build(), DataType.FLOAT);
  }

  private static double[] gradient(MultiLayerNetwork network, INDArray x) {
    network.setInput(x);
    network.feedForward(true, false);
    INDArray ones = Nd4j.ones(DataType.FLOAT, 1, 1, 4);
    return network
        .backpropGradient(ones, LayerWorkspaceMgr.noWorkspaces())
        .getFirst()
        .gradient()
        .toDoubleVector();
  }

  /**
   * In a Java of its own, where the classes of the page and the enums with one more row stand
   * before those of the library: the model is trained on files of the format, and the engine
   * computes what SAMEDIFF does.
   */
  @Test
  void aModelAnEngineAndAFormatNeedNothingButTheirRows() throws Exception {
    service("org.mf4j.engine.EngineProvider", "StepwiseProvider");
    service("org.mf4j.data.formats.SeriesFormat", "LongTable");
    StringBuilder table = new StringBuilder("# series,class,value\n");
    for (int i = 0; i < 20; i++) {
      for (int t = 0; t < 5; t++) {
        String kind = i % 2 == 0 ? "low" : "high";
        table.append("%d,%s,%d%n".formatted(i, kind, i % 2 * 2 - 1));
      }
    }
    Files.writeString(folder.resolve("levels.long"), table);
    Process java =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                folder + File.pathSeparator + CLASS_PATH,
                Extended.class.getName(),
                folder.resolve("levels.long").toString())
            .redirectErrorStream(true)
            .start();
    String out = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(java.waitFor()).as(out).isZero();
    assertThat(out)
        .contains("levels: 20 training and 20 test series, 5 steps, 1 channel, 2 classes")
        .containsPattern("sine-rnn +1\\.000")
        .contains("largest difference of STEPWISE and SAMEDIFF below 1e-6: true");
  }

  private static void service(String name, String provider) throws IOException {
    Path file = folder.resolve("META-INF/services").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, provider);
  }

  /** What the Java of its own runs. */
  static final class Extended {
    private Extended() {}

    public static void main(String[] files) {
      MultiLayerNetwork stepwise = leaky(Engine.valueOf("STEPWISE"));
      MultiLayerNetwork defined = leaky(Engine.SAMEDIFF);
      defined.setParams(stepwise.params());
      INDArray x = Nd4j.rand(DataType.FLOAT, 3, 2, 7);
      INDArray difference = stepwise.output(x).sub(defined.output(x));
      boolean equal = difference.amaxNumber().doubleValue() < 1e-6;
      System.out.println("largest difference of STEPWISE and SAMEDIFF below 1e-6: " + equal);
      String command = "compare --models sine-rnn --units 10 --trials 1 --epochs 60 --train";
      List<String> arguments = new ArrayList<>(List.of(command.split(" ")));
      arguments.addAll(List.of(files[0], "--test", files[0], "--set", "learningRate=.01"));
      System.exit(Mf.commandLine().execute(arguments.toArray(String[]::new)));
    }

    private static MultiLayerNetwork leaky(Engine engine) {
      return network(
          new LeakyRnn.Builder().leakRate(.3).engine(engine).nIn(2).nOut(4).build(),
          DataType.FLOAT);
    }
  }

  /** Against the states of the layer itself. */
  @Test
  void aSummaryReadsALayer() throws ReflectiveOperationException {
    LeakyRnn layer = new LeakyRnn.Builder().nIn(1).nOut(3).build();
    Summary summary = (Summary) recipe("MeanSquare");
    MultiLayerNetwork plain = network(layer);
    MultiLayerNetwork read = network(new StateSummary(layer, SummaryOptions.of(summary)));
    read.setParams(plain.params());
    INDArray x = Nd4j.create(new double[][][] {{{.3, -1, 2, .5}}, {{1, 0, -.5, .1}}});
    INDArray states = plain.feedForward(x).get(1);
    INDArray expected = states.mul(states).mean(2);
    assertThat(read.feedForward(x).get(1).data().asDouble())
        .containsExactly(expected.dup('c').data().asDouble(), within(1e-9));
  }

  private static MultiLayerNetwork network(Layer layer) {
    return network(layer, DataType.DOUBLE);
  }

  private static MultiLayerNetwork network(Layer layer, DataType dataType) {
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .dataType(dataType)
                .seed(1)
                .list()
                .layer(layer)
                .build());
    network.init();
    return network;
  }

  @Test
  void aNonidealityChangesTheWeights() throws ReflectiveOperationException {
    Nonideality saturation =
        (Nonideality) recipes.loadClass("Saturation").getConstructor(double.class).newInstance(0.5);
    MultiLayerNetwork network = network(new LeakyRnn.Builder().nIn(1).nOut(3).build());
    double largest = network.getParam("0_RW").amaxNumber().doubleValue();
    MultiLayerNetwork copy = HardwareModel.of(1, saturation).apply(network);
    assertThat(copy.getParam("0_RW").amaxNumber().doubleValue())
        .isCloseTo(largest / 2, within(1e-6));
  }

  @Test
  void aFigureIsDrawn() throws ReflectiveOperationException {
    Picture picture = (Picture) recipe("TanhCurve", new double[] {-2, -1, 0, 1, 2});
    assertThat(picture.figure().image().getWidth()).isEqualTo(2 * 560);
    assertThat(picture.figure().svg()).contains("tanh", "input");
  }

  @Test
  void aCommandPrintsItsTable() throws ReflectiveOperationException {
    StringWriter out = new StringWriter();
    int exitCode =
        new CommandLine(recipe("ChartsCommand"))
            .setOut(new PrintWriter(out))
            .execute("--seed", "3");
    assertThat(exitCode).isZero();
    assertThat(out.toString().lines())
        .startsWith("pattern           charts", "normal            50")
        .hasSize(7);
  }
}
