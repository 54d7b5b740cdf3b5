package org.mf4j.figures.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.jfree.chart.JFreeChart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.figures.Figure;
import org.mf4j.figures.physics.RateRange;
import org.mf4j.figures.report.Table;
import org.rapaio.jupyter.kernel.MainApp;

/**
 * The kernels are stand-ins with the names and signatures of the real ones; the notebooks of this
 * repository run in a real one.
 */
class NotebookTest {
  private static final RateRange PICTURE = new RateRange(MemristiveDynamics.paper());

  private static Stream<Arguments> kernels() {
    return Stream.of(
        kernel("rapaio", instance -> MainApp.kernel.connected = instance),
        kernel("IJava", instance -> io.github.spencerpark.ijava.runtime.Kernel.instance = instance),
        kernel("JJava", instance -> org.dflib.jjava.runtime.Kernel.instance = instance),
        kernel("JJava 1.0-a6", instance -> BaseKernel.instance = instance));
  }

  private static Arguments kernel(String name, Consumer<Object> setInstance) {
    return arguments(name, setInstance);
  }

  private static List<Shown> shown(Consumer<Object> setInstance, Runnable cell) {
    setInstance.accept("a kernel");
    try {
      cell.run();
    } finally {
      setInstance.accept(null);
    }
    return Shown.take();
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void theRunningKernelShowsAPictureAndItsCaption(String kernel, Consumer<Object> setInstance)
      throws IOException {
    List<Shown> shown = shown(setInstance, () -> Notebook.show(PICTURE));
    assertThat(shown).extracting(Shown::kernel).containsOnly(kernel);
    assertThat(shown).extracting(Shown::mimeType).containsExactly("image/png", "text/html");
    BufferedImage image = (BufferedImage) shown.get(0).content();
    assertThat(image.getWidth()).isEqualTo(900);
    assertThat(image.getHeight()).isEqualTo(600);
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(image, "png", png);
    assertThat(png.size()).isBetween(5_000, 50_000);
    assertThat(shown.get(1).content()).asString().startsWith("<p>Potentiation").endsWith("</p>");
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void theRunningKernelShowsATableAsHtml(String kernel, Consumer<Object> setInstance) {
    Table table = Table.of("a", "b").row(1, "<");
    assertThat(shown(setInstance, () -> Notebook.show(table)))
        .containsExactly(
            new Shown(
                kernel,
                "text/html",
                "<table><thead><tr><th>a</th><th>b</th></tr>\n"
                    + "</thead><tbody><tr><td>1</td><td>&lt;</td></tr>\n</tbody></table>"));
  }

  @Test
  void aWidePictureFitsTheColumnAndNoCaptionIsNoText() {
    Figure wide =
        new Figure(
            "wide", " ", 1200, 300, new JFreeChart(PICTURE.figure().panels().get(0).getPlot()));
    List<Shown> shown =
        shown(instance -> BaseKernel.instance = instance, () -> Notebook.show(wide));
    assertThat(shown).hasSize(1);
    assertThat(((BufferedImage) shown.get(0).content()).getWidth()).isEqualTo(960);
    assertThat(((BufferedImage) shown.get(0).content()).getHeight()).isEqualTo(240);
  }

  @Test
  void outsideANotebookItIsText() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = System.out;
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      Notebook.show(PICTURE);
      Notebook.show(Table.of("a", "b").row("long name", 0.5));
    } finally {
      System.setOut(out);
    }
    assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
        .hasSize(3)
        .containsSequence("a          b", "long name  0.5")
        .first()
        .asString()
        .startsWith("rate-range: Potentiation");
    assertThat(Shown.take()).isEmpty();
  }

  @Test
  void aKernelThatRefusesIsNamedWithItsReason() {
    Kernel refusing = new Kernel(() -> "runs", "java.lang.Math", true);
    assertThatThrownBy(() -> refusing.table(Table.of("a")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("java.lang.Math.display")
        .hasRootCauseInstanceOf(NoSuchMethodException.class);
  }
}
