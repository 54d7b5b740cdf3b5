package org.mf4j.figures.style;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.LogTick;
import org.jfree.chart.ui.RectangleEdge;
import org.junit.jupiter.api.Test;

class StyleTest {
  @Test
  void aShortLogarithmicAxisHasTicksAtOneTwoAndFive() {
    assertThat(ticks(.3, 3)).containsExactly(.5, 1., 2.);
  }

  @Test
  void oneOfLessThanADecadeHasTicksAtRoundNumbers() {
    assertThat(ticks(1.1, 1.8)).containsExactly(1.2, 1.4, 1.6, 1.8);
    assertThat(ticks(.0301, .0499)).containsExactly(.035, .04, .045);
    assertThat(ticks(610, 1900)).containsExactly(1000., 1500.);
  }

  @Test
  void aLongOneHasTicksAtSomeDecades() {
    assertThat(ticks(1e-2, 1e2)).containsExactly(1e-2, 1e-1, 1., 10., 100.);
    assertThat(ticks(1e-8, 1)).containsExactly(1e-8, 1e-6, 1e-4, 1e-2, 1.);
  }

  private static List<Double> ticks(double lower, double upper) {
    LogAxis axis = Style.logAxis("x");
    axis.setRange(lower, upper);
    List<?> ticks = axis.refreshTicks(null, new AxisState(), null, RectangleEdge.BOTTOM);
    return ticks.stream().map(tick -> rounded(((LogTick) tick).getValue())).toList();
  }

  private static double rounded(double value) {
    return Double.parseDouble(String.format(Locale.ROOT, "%.6g", value));
  }

  @Test
  void colourScalesMeetTheirAnchorsAndMarkWhatIsOutside() {
    ColourScale scale =
        new ColourScale(0, 2, List.of(Color.BLACK, Color.WHITE, Color.RED), Color.GRAY);
    assertThat(scale.colour(0)).isEqualTo(Color.BLACK);
    assertThat(scale.colour(1)).isEqualTo(Color.WHITE);
    assertThat(scale.colour(2)).isEqualTo(Color.RED);
    assertThat(scale.colour(1.5)).isEqualTo(new Color(255, 128, 128));
    assertThat(scale.colour(2.1)).isEqualTo(Color.GRAY);
    assertThat(scale.colour(Double.NaN)).isEqualTo(Color.GRAY);
    assertThatThrownBy(() -> ColourScale.viridis(1, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void viridisRisesInLightness() {
    double[] lightness = new double[20];
    Arrays.setAll(lightness, i -> lightness(ColourScale.viridis(0, 1).colour(i / 19.0)));
    assertThat(lightness).isSorted();
  }

  private static double lightness(Color colour) {
    return .2126 * colour.getRed() + .7152 * colour.getGreen() + .0722 * colour.getBlue();
  }

  @Test
  void categoriesHaveColoursOfTheirOwn() {
    assertThat(Stream.of(Palette.values()).map(Palette::color)).doesNotHaveDuplicates();
    assertThat(Palette.at(0)).isEqualTo(Palette.at(Palette.values().length));
  }
}
