package org.mf4j.data.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mf4j.data.DatasetSplit;
import org.mf4j.data.series.DataException;
import org.mf4j.data.series.Series;
import org.mf4j.data.series.SeriesSet;
import org.nd4j.shade.jackson.core.type.TypeReference;
import org.nd4j.shade.jackson.databind.ObjectMapper;

class PipelineTest {
  private static final SeriesSet TRAIN = set(0, Double.NaN, 8);
  private static final SeriesSet TEST = set(16, 8, Double.NaN, 0, 4);

  @Test
  void everyStepIsFittedToWhatTheStepsBeforeItLeave() {
    // Filled in 0, 4, 8; scaled 0, 0.5, 1; resampled to the training set's 3 steps.
    Pipeline pipeline = Pipeline.of(List.of("interpolate", "min-max", "resample"));
    FittedPipeline fitted = pipeline.fit(TRAIN);
    assertThat(fitted.apply(TRAIN).series().get(0).channels())
        .isDeepEqualTo(new double[][] {{0, .5, 1}});
    assertThat(fitted.apply(TEST).series().get(0).channels())
        .isDeepEqualTo(new double[][] {{2, .5, .5}});
    assertThat(pipeline.text()).isEqualTo("interpolate,min-max,resample");
  }

  @Test
  void bothSetsOfATaskAreTransformedAndKeepTheirDigests() {
    DatasetSplit sets = DatasetSplit.generated(TRAIN, TEST);
    DatasetSplit filled = Pipeline.of(List.of("interpolate")).fit(TRAIN).apply(sets);
    assertThat(filled.test().series().get(0).channels())
        .isDeepEqualTo(new double[][] {{16, 8, 4, 0, 4}});
    assertThat(filled.sha256()).isEqualTo(sets.sha256());
  }

  @Test
  void noStepsChangeNothing() {
    assertThat(new Pipeline(List.of()).fit(TRAIN).apply(TEST)).isSameAs(TEST);
    assertThat(FittedPipeline.of(Map.of("seed", 1)).steps()).isEmpty();
  }

  @Test
  void survivesJsonBitForBit() throws IOException {
    SeriesSet train = set(.1, .7, 1 / 3.);
    FittedPipeline fitted =
        Pipeline.of(
                List.of(
                    "interpolate", "z-normalise", "min-max", "z-normalise-channels", "resample=9"))
            .fit(train);
    ObjectMapper mapper = new ObjectMapper();
    String json = mapper.writeValueAsString(Map.of(FittedPipeline.KEY, fitted.describe()));
    FittedPipeline read =
        FittedPipeline.of(mapper.readValue(json, new TypeReference<Map<String, Object>>() {}));
    assertThat(read).isEqualTo(fitted);
    assertThat(read.apply(TEST).series().get(0).channels())
        .isDeepEqualTo(fitted.apply(TEST).series().get(0).channels());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[1]",
        "{}",
        "[{}]",
        "[{\"name\":\"fourier\"}]",
        "[{\"name\":\"resample\"}]",
        "[{\"name\":\"resample\",\"steps\":0}]",
        "[{\"name\":\"min-max\",\"shift\":[1]}]",
        "[{\"name\":\"min-max\",\"shift\":[\"a\"],\"scale\":[1]}]",
        "[{\"name\":\"min-max\",\"shift\":[1],\"scale\":[1,2]}]"
      })
  void aDamagedDescriptionIsOneSentence(String json) throws IOException {
    Object description = new ObjectMapper().readValue(json, Object.class);
    assertThatThrownBy(() -> FittedPipeline.of(Map.of(FittedPipeline.KEY, description)))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("The transforms in the model file cannot be read (");
  }

  private static SeriesSet set(double... values) {
    return new SeriesSet("toy", List.of(), List.of(new Series(new double[][] {values}, 0)));
  }
}
