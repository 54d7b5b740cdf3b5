package org.mf4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mf4j.figures.Picture;
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

  private static URLClassLoader recipes;

  @BeforeAll
  static void compile(@TempDir Path folder) throws IOException {
    String page = Files.readString(Path.of("..", "docs", "extending.md"));
    List<String> arguments =
        new ArrayList<>(List.of("-proc:none", "-cp", System.getProperty("java.class.path")));
    for (String block : Stream.of(page.split("```java\n")).skip(1).toList()) {
      String source = block.substring(0, block.indexOf("```"));
      Matcher name = NAME.matcher(source);
      assertThat(name.find()).isTrue();
      Path file = folder.resolve(name.group(1) + ".java");
      arguments.add(Files.writeString(file, source).toString());
    }
    int failed =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    assertThat(failed).as("exit code of javac, which says above what is wrong").isZero();
    recipes = new URLClassLoader(new URL[] {folder.toUri().toURL()});
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
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .dataType(DataType.DOUBLE)
                .seed(1)
                .list()
                .layer(layer)
                .build());
    network.init();
    return network;
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
