package org.mf4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mf4j.data.series.DataException;
import org.mf4j.data.series.LearnableClasses;
import org.mf4j.data.series.Series;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.data.series.SinglePrecision;

class DatasetSplitTest {
  private static final String TRAIN = "@classLabel true a b c\n@data\n1:a\n2:b\n";

  @TempDir Path directory;

  @Test
  void numbersTheClassesOfTheTestSetAsTheTrainingSetDoes() throws IOException {
    DatasetSplit sets = read(TRAIN, "@classLabel true b a\n@data\n1:a\n2:b\n");
    assertThat(sets.test().classes()).containsExactly("a", "b", "c");
    assertThat(sets.test().series()).extracting(Series::target).containsExactly(0.0, 1.0);
  }

  @Test
  void leavesNumbersToRegressAlone() throws IOException {
    DatasetSplit sets =
        read("@targetLabel true\n@data\n1:0.5\n", "@targetLabel true\n@data\n1:0.25\n");
    assertThat(sets.test().series().get(0).target()).isEqualTo(0.25);
  }

  @Test
  void refusesAClassThatTheTrainingSetLacksThoughItsHeaderNamesIt() {
    assertThatThrownBy(() -> read(TRAIN, "@classLabel true a b c\n@data\n1:c\n"))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "train: the test set has the class \"c\", which the training set lacks (it has a, b).");
  }

  @Test
  void refusesOneClassOnly() {
    assertThatThrownBy(() -> read("@classLabel true a b\n@data\n1:b\n2:b\n", TRAIN))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "train: every training series has the class \"b\"; a classifier needs two classes at"
                + " least.");
  }

  /** Fault 7: an index or a time in the first column. */
  @Test
  void refusesAClassForEverySeries() throws IOException {
    Path file = directory.resolve("sales.csv");
    Files.writeString(file, "Month,Sales\n1990-01,212\n1990-02,213\n1990-03,229\n");
    String sentence =
        "sales: every series has a class of its own (3 classes in 3 series); is the first column an"
            + " index or a time? The class comes first; one long series is for forecasting in Java"
            + " (TeacherForcing).";
    assertThatThrownBy(() -> DatasetSplit.files(file, file))
        .isInstanceOf(DataException.class)
        .hasMessage(sentence);
    assertThatThrownBy(() -> DatasetSplit.heldOut(file, 0.3, 1))
        .isInstanceOf(DataException.class)
        .hasMessage(sentence);
  }

  @Test
  void doubtsClassesOfOneSeries() throws IOException {
    String header = "@classLabel true a b c d e\n@data\n";
    assertThat(
            LearnableClasses.doubt(read(header + "1:a\n1:a\n2:b\n3:c\n", header + "1:a\n").train()))
        .contains("train: 2 of 3 classes have one series only; is the first column the class?");
    assertThat(LearnableClasses.doubt(read(header + "1:a\n1:a\n2:b\n", header + "1:a\n").train()))
        .isEmpty();
  }

  /** Fault 18. */
  @Test
  void doubtsValuesThatSinglePrecisionRoundsAway() {
    assertThat(SinglePrecision.doubt(sine(1e8))).isPresent();
    assertThat(SinglePrecision.doubt(sine(1e6))).isPresent();
    assertThat(SinglePrecision.doubt(sine(1e4))).isEmpty();
    assertThat(SinglePrecision.doubt(sine(0))).isEmpty();
    assertThat(SinglePrecision.isLost(1e9, 1e9, 1e9)).isFalse();
  }

  private static SeriesSet sine(double offset) {
    double[] values = IntStream.range(0, 60).mapToDouble(t -> offset + Math.sin(t / 5.0)).toArray();
    return new SeriesSet("sine", List.of(), List.of(new Series(new double[][] {values}, 0)));
  }

  @Test
  void keepsTheNotesOfItsFiles() throws IOException {
    Path file = directory.resolve("lean.csv");
    Files.writeString(file, "nm,850,852,854\na,1,3,2\nb,3,1,2\na,1,3,2\nb,3,1,2\n");
    String note = file + ", line 1: left out, since it numbers the columns; it is no series.";
    assertThat(DatasetSplit.files(file, file).notes()).containsExactly(note, note);
    DatasetSplit split = DatasetSplit.heldOut(file, 0.5, 1);
    assertThat(split.notes()).containsExactly(note);
    assertThat(split.map(set -> set).notes()).containsExactly(note);
  }

  @Test
  void refusesAnotherNumberOfChannels() {
    assertThatThrownBy(() -> read(TRAIN, "@classLabel true a b\n@data\n1:2:a\n"))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "train: the number of channels is 1 in the training set but 2 in the test set.");
  }

  @Test
  void refusesAnotherTask() {
    assertThatThrownBy(() -> read(TRAIN, "@targetLabel true\n@data\n1:2\n"))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "train: one set has class labels, the other numbers to regress; both must be the same.");
  }

  @Test
  void knowsTheDigestsOfItsFiles() throws IOException {
    DatasetSplit sets = read("@targetLabel true\n@data\n1:2\n", "@targetLabel true\n@data\n1:3\n");
    // printf '@targetLabel true\n@data\n1:2\n' | sha256sum, and the same with 1:3.
    assertThat(sets.sha256().keySet()).isEqualTo(Set.of("train", "test"));
    assertThat(sets.sha256().get("train"))
        .isEqualTo("856bdd1b9c73568b55139daf4a504150174e34bf0b5c9a4fc6fee6c99444c8d3");
    assertThat(sets.sha256().get("test"))
        .isEqualTo("b1ad0caaaec54d884ed97e6375d7a95091bf7d520db0d2b29699e73d8803905d");
  }

  @Test
  void theDigestOfValuesChangesWithAnyOfThem() {
    assertThat(digest(1, 0)).isEqualTo(digest(1, 0));
    assertThat(digest(1, 0)).isNotEqualTo(digest(Math.nextUp(1.0), 0));
    assertThat(digest(1, 0)).isNotEqualTo(digest(1, 1));
  }

  private static String digest(double value, double target) {
    SeriesSet set =
        new SeriesSet("x", List.of(), List.of(new Series(new double[][] {{value}}, target)));
    return DatasetSplit.generated(set, set).sha256().get("train");
  }

  private DatasetSplit read(String train, String test) throws IOException {
    return DatasetSplit.files(
        Files.writeString(directory.resolve("train.ts"), train),
        Files.writeString(directory.resolve("test.ts"), test));
  }
}
