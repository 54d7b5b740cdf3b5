package org.mf4j.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mf4j.data.formats.SeriesFile;
import org.mf4j.data.series.Series;
import org.mf4j.data.series.SeriesSet;

class SeriesFramesTest {
  private static final List<String> CHANNELS = List.of("x", "y");
  private static final StructType LONG =
      new StructType()
          .add("who", DataTypes.StringType)
          .add("when", DataTypes.IntegerType)
          .add("x", DataTypes.DoubleType)
          .add("y", DataTypes.DoubleType)
          .add("kind", DataTypes.StringType);
  private static final String ARCHIVE =
      """
      @problemName Two
      @timeStamps false
      @univariate false
      @dimensions 2
      @equalLength false
      @classLabel true walk run
      @data
      1,2,3:4,5,6:walk
      1,2:3,4:run
      """;

  private final SeriesFrames failing = new SeriesFrames("fail");

  private static List<Row> steps(SeriesSet set) {
    List<Row> steps = new ArrayList<>();
    for (Series one : set.series()) {
      for (int t = 0; t < one.length(); t++) {
        double[][] values = one.channels();
        String name = set.classes().get((int) one.target());
        steps.add(RowFactory.create("s" + one.number(), t, values[0][t], values[1][t], name));
      }
    }
    return steps;
  }

  private static Dataset<Row> frame(List<Row> steps) {
    return LocalSpark.session().createDataFrame(steps, LONG).repartition(3);
  }

  private static String text(Row row) {
    return row.getString(0) + row.getList(1) + row.get(2);
  }

  private static List<String> texts(Dataset<Row> rows) {
    return rows.select("id", "series", "label").collectAsList().stream()
        .map(SeriesFramesTest::text)
        .sorted()
        .toList();
  }

  @Test
  void stepsInAnyOrderAreTheSeriesTheyCameFrom() {
    SeriesSet set = Waves.of(List.of("fast", "slow"));
    List<Row> steps = steps(set);
    Collections.shuffle(steps, new Random(3));
    Dataset<Row> rows = failing.ofSteps(frame(steps), "who", "when", CHANNELS, "kind");
    assertThat(texts(rows)).isEqualTo(texts(Waves.frame(Waves.rows(set), 1)));
    MemristiveEsnClassifier classifier = new MemristiveEsnClassifier();
    classifier.set(classifier.units(), 3);
    assertThat(classifier.fit(rows).model().task().classes()).containsExactly("fast", "slow");
  }

  @Test
  void whatIsNoSeriesFailsByNameOrIsDroppedOrKept() {
    List<Row> steps = steps(Waves.of(List.of("a", "b")));
    steps.add(RowFactory.create("twice", 1, 1.0, 1.0, "a"));
    steps.add(RowFactory.create("twice", 1, 2.0, 1.0, "a"));
    steps.add(RowFactory.create("timeless", null, 2.0, 1.0, "a"));
    steps.add(RowFactory.create("ragged", 1, 2.0, null, "a"));
    steps.add(RowFactory.create("nan", 1, 2.0, Double.NaN, "a"));
    steps.add(RowFactory.create("unsure", 1, 2.0, 1.0, "a"));
    steps.add(RowFactory.create("unsure", 2, 2.0, 1.0, "b"));
    Dataset<Row> data = frame(steps);
    for (String[] bad :
        new String[][] {
          {"twice", "two steps at one time"},
          {"timeless", "a step without a time"},
          {"ragged", "a value that is missing or not finite"},
          {"nan", "a value that is missing or not finite"},
          {"unsure", "steps of different targets"}
        }) {
      Dataset<Row> one = data.filter(data.col("who").equalTo(bad[0]));
      assertThatThrownBy(
              () -> failing.ofSteps(one, "who", "when", CHANNELS, "kind").collectAsList())
          .hasMessageContaining(
              "row " + bad[0] + " has " + bad[1] + "; correct it, or set badRows to drop.");
    }
    assertThat(
            new SeriesFrames("drop").ofSteps(data, "who", "when", CHANNELS, "kind").collectAsList())
        .hasSize(60);
    Dataset<Row> kept = new SeriesFrames("keep").ofSteps(data, "who", "when", CHANNELS, "kind");
    assertThat(kept.filter("series is null").collectAsList()).hasSize(5);
    assertThat(kept.collectAsList()).hasSize(65);
  }

  @Test
  void seriesWithoutTargetsHaveNone() {
    Dataset<Row> data = frame(steps(Waves.of(List.of("a", "b"))));
    assertThat(failing.ofSteps(data, "who", "when", List.of("y")).columns())
        .containsExactly("id", "series");
  }

  @Test
  void filesAreReadAsOnOneMachine(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("Two_TRAIN.ts"), ARCHIVE);
    SeriesSet expected = SeriesFile.read(file);
    Dataset<Row> rows = failing.ofFiles(LocalSpark.session(), folder.toUri().toString());
    List<Row> wanted =
        expected.series().stream()
            .map(one -> Waves.row("Two_TRAIN.ts#" + one.number(), one.channels(), one.target()))
            .toList();
    assertThat(texts(rows)).isEqualTo(texts(Waves.frame(wanted, 1))).hasSize(2);
    assertThat(ClassNames.of(rows.schema().apply("label"))).containsExactly("walk", "run");
  }

  @Test
  void aFileThatCannotBeReadIsNamed(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("good.ts"), ARCHIVE);
    Files.writeString(folder.resolve("bad.ts"), "@data\n1,2:oops\n");
    String path = folder.toUri().toString();
    assertThatThrownBy(() -> failing.ofFiles(LocalSpark.session(), path).collectAsList())
        .hasMessageContaining("bad.ts has no series");
    assertThat(new SeriesFrames("drop").ofFiles(LocalSpark.session(), path).collectAsList())
        .hasSize(2);
    assertThat(
            new SeriesFrames("keep")
                .ofFiles(LocalSpark.session(), path)
                .filter("series is null")
                .collectAsList())
        .hasSize(1);
  }

  @Test
  void anotherHabitIsRefused() {
    assertThatThrownBy(() -> new SeriesFrames("ignore"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("badRows = ignore: must be one of fail, drop, keep");
  }
}
