package org.mf4j.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mf4j.figures.plot.LinePlot;
import org.mf4j.figures.style.Style;

class FigureTest {
  @TempDir private Path folder;

  private static JFreeChart chart(String title) {
    LinePlot plot = new LinePlot(Style.axis("x <m> & more"), Style.axis("y"));
    plot.line("line", new double[] {0, 1}, new double[] {0, 1}, Style.INK, Style.LINE);
    return Style.chart(title, plot.plot(), true);
  }

  @Test
  void panelsFillAGridRowByRow() {
    List<JFreeChart> panels = List.of(chart("a"), chart("b"), chart("c"));
    Figure figure = Drawn.checked(() -> new Figure("grid", "", 300, 200, panels, 2), folder);
    assertThat(figure.totalWidth()).isEqualTo(600);
    assertThat(figure.totalHeight()).isEqualTo(400);
    assertThat(new Figure("one", "", 300, 200, panels, 5).totalWidth()).isEqualTo(900);
  }

  @Test
  void textStaysTextAndTheSameDataGiveTheSameSvg() {
    String svg = new Figure("a", "", 300, 200, chart("T < U")).svg();
    assertThat(Drawn.xml(svg).getDocumentElement().getTextContent())
        .contains("T < U", "x <m> & more", "line");
    assertThat(new Figure("a", "", 300, 200, chart("T < U")).svg()).isEqualTo(svg);
  }

  @Test
  void refusesANameThatIsAPath() {
    assertThatThrownBy(() -> new Figure("../a", "", 300, 200, chart("")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("name = ../a: must be letters, digits and hyphens");
  }
}
