package org.mf4j.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mf4j.models.LeakySettings;
import org.mf4j.models.ModelKind;
import org.mf4j.models.ModelSettings;

class PaperTaskTest {
  private static final ModelKind[] PAPERS = {
    ModelKind.ESN, ModelKind.MF_ESN, ModelKind.RNN, ModelKind.MF_RNN
  };

  @Test
  void everyTaskHasSettingsAndScoresOfTheFourModels() {
    assertThat(PaperTask.all()).hasSize(10).doesNotHaveDuplicates();
    assertThat(PaperTask.all())
        .allSatisfy(
            task -> {
              assertThat(task.settings()).containsOnlyKeys(PAPERS);
              assertThat(task.published()).containsOnlyKeys(PAPERS);
            });
  }

  /** The grids of the paper; ESN's omega 2 on FloodModeling2 is printed so, outside its grid. */
  @Test
  void selectedSettingsLieOnTheGrids() {
    Map<String, Object[]> grids =
        Map.of(
            "units", new Object[] {100},
            "inputScaling", new Object[] {.1, 1., 2., 10.},
            "biasScaling", new Object[] {0., .001, .1, 1.},
            "spectralRadius", new Object[] {.8, .9, .95, .99},
            "lambda", new Object[] {1.},
            "gamma", new Object[] {.5, .8, .95, 1.},
            "slope", new Object[] {1., 5.},
            "deltaT", new Object[] {.1, .01, .001},
            "leakRate", new Object[] {.1, .3, .5, .7, 1.},
            "learningRate", new Object[] {.001, .01});
    for (PaperTask task : PaperTask.all()) {
      for (ModelSettings settings : task.settings().values()) {
        settings
            .describe()
            .forEach(
                (name, value) -> {
                  if (grids.containsKey(name)) {
                    assertThat(value).as(task.dataset() + " " + name).isIn(grids.get(name));
                  }
                });
      }
    }
  }

  @Test
  void trainedTanhNetworksDoNotLeak() {
    assertThat(PaperTask.all())
        .allSatisfy(
            task ->
                assertThat(task.settings(ModelKind.RNN).cell()).isEqualTo(new LeakySettings(1)));
  }

  @Test
  void rowsAreReadAcross() {
    PaperTask gunPoint = PaperTask.of("GunPoint").orElseThrow();
    assertThat(gunPoint.published(ModelKind.ESN)).isEqualTo(new PublishedScore(.593, .023));
    assertThat(gunPoint.published(ModelKind.MF_ESN)).isEqualTo(new PublishedScore(.769, .070));
    assertThat(gunPoint.published(ModelKind.RNN)).isEqualTo(new PublishedScore(.501, .007));
    assertThat(gunPoint.published(ModelKind.MF_RNN)).isEqualTo(new PublishedScore(.751, .012));
    assertThat(gunPoint.settings(ModelKind.RNN).describe()).containsEntry("learningRate", .01);
    assertThat(gunPoint.settings(ModelKind.ESN).describe())
        .containsEntry("inputScaling", 10.)
        .containsEntry("biasScaling", .001)
        .containsEntry("spectralRadius", .95)
        .containsEntry("leakRate", .1);
  }

  @Test
  void equalLengthFilesAreTheSameTask() {
    assertThat(PaperTask.of("JapaneseVowels_eq")).isEqualTo(PaperTask.of("JapaneseVowels"));
    assertThat(PaperTask.of("JapaneseVowels")).isPresent();
  }

  @Test
  void otherDataSetsHaveADefault() {
    assertThat(PaperTask.of("BasicMotions")).isEmpty();
    assertThat(PaperTask.defaultFor(true).dataset()).isEqualTo("SyntheticControl");
    assertThat(PaperTask.defaultFor(false).dataset()).isEqualTo("FloodModeling1");
  }
}
