package org.mf4j.experiment.training;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mf4j.data.ControlCharts;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.experiment.archive.TrialJournal;
import org.mf4j.models.ModelSettings;
import org.mf4j.models.TrainingSettings;

class TrainingStudyTest {
  @TempDir Path folder;

  @Test
  void networksAreComparedOnTheSetsOfAFolder() throws IOException, InterruptedException {
    for (String part : List.of("TRAIN", "TEST")) {
      Path file = folder.resolve("Levels/Levels_" + part + ".ts");
      Files.createDirectories(file.getParent());
      Files.writeString(
          file,
          """
          @problemName Levels
          @univariate true
          @classLabel true low high
          @data
          0,1,0,1:low
          5,6,5,6:high
          0,1,0,2:low
          5,6,5,7:high
          """);
    }
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (TrialJournal journal = TrialJournal.inMemory()) {
      new TrainingStudy(List.of(TrainedNetwork.RESERVOIR, TrainedNetwork.LSTM), 2)
          .print(folder, List.of("Levels"), journal, new PrintStream(printed, true, UTF_8));
    }
    List<String> rows = printed.toString(UTF_8).lines().toList();
    assertThat(rows.get(0)).isEqualTo("| set | plain-hetero-mf-esn | lstm |");
    assertThat(rows.get(2)).isEqualTo("| Levels | 1.000 +- 0.000 | 1.000 +- 0.000 |");
    assertThat(rows.get(3)).isEqualTo("| mean accuracy | 1.0000 | 1.0000 |");
    // W, RW and b of four gates and one channel, and the softmax over six classes.
    assertThat(rows.get(5)).endsWith(" | " + (400 * 102 + 6 * 101) + " |");
  }

  @Test
  void onlyTheProtocolDiffersBetweenTheTwoNetworksOfThePapers() {
    SeriesSet charts = ControlCharts.generate(ControlCharts.DEFAULT_SEED).train();
    ModelSettings paper = TrainedNetwork.PAPER.settings(charts);
    ModelSettings standard = TrainedNetwork.STANDARD.settings(charts);
    assertThat(standard.cell()).isEqualTo(paper.cell());
    assertThat(paper.describe()).containsEntry(TrainingSettings.EPOCHS.id(), 5000);
    assertThat(standard.describe()).containsEntry(TrainingSettings.EPOCHS.id(), 70);
  }
}
