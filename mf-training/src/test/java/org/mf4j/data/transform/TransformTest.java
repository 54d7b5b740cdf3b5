package org.mf4j.data.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mf4j.data.series.DataException;
import org.mf4j.data.series.Series;
import org.mf4j.data.series.SeriesSet;

/** The steps on series whose results are easy to find by hand. */
class TransformTest {
  private static final double NAN = Double.NaN;
  private static final Offset<Double> TINY = within(1e-12);

  @Test
  void zNormalisesEveryChannelOfEverySeriesByItself() {
    SeriesSet set = apply(new ZNormalise(), set(new double[][] {{1, 2, 3}, {-4, 0, 4}}));
    assertThat(set.series().get(0).channels())
        .isDeepEqualTo(new double[][] {{-1, 0, 1}, {-1, 0, 1}});
  }

  @Test
  void zNormalisingPassesOverMissingValuesAndConstants() {
    SeriesSet set =
        apply(
            new ZNormalise(),
            set(new double[][] {{1, NAN, 3}, {.1, .1, .1}, {NAN, 7, NAN}, {NAN, NAN, NAN}}));
    double[][] channels = set.series().get(0).channels();
    double half = Math.sqrt(.5);
    assertThat(channels[0]).containsExactly(new double[] {-half, NAN, half}, TINY);
    assertThat(channels[1]).containsExactly(0, 0, 0);
    assertThat(channels[2]).containsExactly(NAN, 0, NAN);
    assertThat(channels[3]).containsExactly(NAN, NAN, NAN);
  }

  @Test
  void interpolatesInsideOnTheLineAndOutsideWithTheLastValue() {
    SeriesSet set =
        apply(
            new Interpolate(),
            set(new double[][] {{NAN, NAN, 1, NAN, NAN, 4, NAN}, {1, 2, 3, 4, 5, 6, 7}}));
    assertThat(set.series().get(0).channels()[0])
        .containsExactly(new double[] {1, 1, 1, 2, 3, 4, 4}, TINY);
    assertThat(set.series().get(0).channels()[1]).containsExactly(1, 2, 3, 4, 5, 6, 7);
  }

  @Test
  void interpolatingNeedsAValue() {
    SeriesSet set = set(new double[][] {{1}, {2}}, new double[][] {{1, 2}, {NAN, NAN}});
    assertThatThrownBy(() -> apply(new Interpolate(), set))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "toy: channel 2 of series 2 has no value to interpolate from; remove the series.");
  }

  @Test
  void resamplesOnTheLinesBetweenTheValues() {
    assertThat(resampled(5, 0, 1, 4)).containsExactly(new double[] {0, .5, 1, 2.5, 4}, TINY);
    assertThat(resampled(2, 0, 1, 4)).containsExactly(0, 4);
    assertThat(resampled(1, 3, 1, 4)).containsExactly(3);
    assertThat(resampled(4, 7)).containsExactly(7, 7, 7, 7);
    assertThat(resampled(3, 0, .1, .3)).containsExactly(0, .1, .3);
    assertThat(resampled(5, 0, NAN, 4)).containsExactly(0, NAN, NAN, NAN, 4);
  }

  private static double[] resampled(int steps, double... values) {
    SeriesSet set = set(new double[][] {values});
    return apply(new Resample(OptionalInt.of(steps)), set).series().get(0).channels()[0];
  }

  @Test
  void resamplesToTheLongestTrainingSeriesUnlessToldOtherwise() {
    FittedTransform fitted =
        new Resample(OptionalInt.empty())
            .fit(set(new double[][] {{1, 2, 3}}, new double[][] {{1}}));
    assertThat(fitted.apply(set(new double[][] {{0, 1, 2, 3, 4}})).series().get(0).channels())
        .isDeepEqualTo(new double[][] {{0, 2, 4}});
  }

  @Test
  void channelStatisticsAreThoseOfTheTrainingSetAlone() {
    SeriesSet train = set(new double[][] {{0, 4}, {5, 5}}, new double[][] {{2}, {5}});
    SeriesSet test = set(new double[][] {{8, -2, NAN}, {7, 5, 5}});
    double[][] scaled = new MinMax().fit(train).apply(test).series().get(0).channels();
    assertThat(scaled[0]).containsExactly(2, -.5, NAN);
    assertThat(scaled[1]).containsExactly(2, 0, 0);
    // Mean 2, deviation sqrt(8 / 3); the second channel is constant.
    double[][] normalised =
        new ZNormaliseChannels().fit(train).apply(test).series().get(0).channels();
    assertThat(normalised[0])
        .containsExactly(new double[] {6 / Math.sqrt(8 / 3.), -4 / Math.sqrt(8 / 3.), NAN}, TINY);
    assertThat(normalised[1]).containsExactly(2, 0, 0);
  }

  @Test
  void channelStatisticsLeaveMissingValuesOutAndNeedOneValue() {
    SeriesSet train = set(new double[][] {{1, NAN, 5}, {NAN, NAN, 2}});
    ChannelScaling fitted = (ChannelScaling) new MinMax().fit(train);
    assertThat(fitted.shift()).containsExactly(1.0, 2.0);
    assertThat(fitted.scale()).containsExactly(4.0, 0.0);
    assertThatThrownBy(() -> new MinMax().fit(set(new double[][] {{1}, {NAN}})))
        .isInstanceOf(DataException.class)
        .hasMessage("toy: channel 2 has no value in any training series; leave the channel out.");
  }

  @Test
  void aChannelInSmallUnitsIsScaledLikeAnyOther() {
    SeriesSet set = apply(new ZNormaliseChannels(), set(new double[][] {{1e-9, 3e-9}}));
    assertThat(set.series().get(0).channels()[0]).containsExactly(new double[] {-1, 1}, TINY);
  }

  @Test
  void channelStatisticsNeedTheSameChannels() {
    FittedTransform fitted = new MinMax().fit(set(new double[][] {{1, 2}}));
    assertThatThrownBy(() -> fitted.apply(set(new double[][] {{1}, {2}})))
        .isInstanceOf(DataException.class)
        .hasMessage("toy: the series have 2 channel(s) but min-max was fitted to 1.");
  }

  @Test
  void targetsAndNamesStay() {
    SeriesSet set =
        new SeriesSet("x", List.of("a", "b"), List.of(new Series(new double[][] {{1, 2}}, 1)));
    for (TransformKind kind : TransformKind.values()) {
      SeriesSet changed = apply(kind.transform(), set);
      assertThat(changed.name()).isEqualTo("x");
      assertThat(changed.classes()).containsExactly("a", "b");
      assertThat(changed.series().get(0).target()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "z-normalize,there is no transform \"z-normalize\"; did you mean z-normalise?",
    "resample=0,resample=0: the number of steps must be a whole number from 1 to 9999999",
    "resample=x,resample=x: the number of steps must be a whole number from 1 to 9999999",
    "min-max=2,min-max=2: min-max takes no number",
  })
  void badStepsAreRefused(String text, String sentence) {
    assertThatThrownBy(() -> TransformKind.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(sentence);
  }

  @ParameterizedTest
  @CsvSource({
    "z-normalise",
    "z-normalise-channels",
    "min-max",
    "interpolate",
    "resample",
    "resample=7"
  })
  void stepsAreWrittenAsTheyAreRead(String text) {
    assertThat(TransformKind.parse(text).text()).isEqualTo(text);
  }

  private static SeriesSet apply(Transform step, SeriesSet set) {
    return step.fit(set).apply(set);
  }

  private static SeriesSet set(double[][]... series) {
    return new SeriesSet(
        "toy", List.of(), Arrays.stream(series).map(one -> new Series(one, 0)).toList());
  }
}
