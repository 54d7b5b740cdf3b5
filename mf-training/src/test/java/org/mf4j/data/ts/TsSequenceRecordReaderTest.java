package org.mf4j.data.ts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import org.datavec.api.records.SequenceRecord;
import org.datavec.api.split.CollectionInputSplit;
import org.datavec.api.split.FileSplit;
import org.datavec.api.writable.DoubleWritable;
import org.datavec.api.writable.IntWritable;
import org.deeplearning4j.datasets.datavec.SequenceRecordReaderDataSetIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mf4j.data.series.DataException;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

class TsSequenceRecordReaderTest {
  /** Two channels, three classes, lengths 3, 1, 2: the shape of JapaneseVowels. */
  private static final String VOWELS =
      """
      @univariate false
      @dimensions 2
      @equalLength false
      @classLabel true 1 2 3
      @data
      0.1,0.2,0.3:1.1,1.2,1.3:2
      0.4:1.4:1
      0.5,0.6:1.5,1.6:3
      """;

  @TempDir Path directory;

  @Test
  void aStepIsTheChannelsAndThenTheTarget() throws Exception {
    try (TsSequenceRecordReader reader = reader(VOWELS)) {
      assertThat(reader.getLabels()).containsExactly("1", "2", "3");
      assertThat(reader.sequenceRecord())
          .containsExactly(
              List.of(new DoubleWritable(0.1), new DoubleWritable(1.1), new IntWritable(1)),
              List.of(new DoubleWritable(0.2), new DoubleWritable(1.2), new IntWritable(1)),
              List.of(new DoubleWritable(0.3), new DoubleWritable(1.3), new IntWritable(1)));
    }
  }

  @Test
  void aNumberToRegressStaysANumber() throws Exception {
    try (TsSequenceRecordReader reader = reader("@targetlabel true\n@data\n7:0.5\n")) {
      assertThat(reader.getLabels()).isEmpty();
      assertThat(reader.sequenceRecord().get(0))
          .containsExactly(new DoubleWritable(7), new DoubleWritable(0.5));
    }
  }

  @Test
  void readsAgainAfterReset() throws Exception {
    try (TsSequenceRecordReader reader = reader(VOWELS)) {
      assertThat(count(reader)).isEqualTo(3);
      assertThatThrownBy(reader::nextSequence).isInstanceOf(NoSuchElementException.class);
      reader.reset();
      assertThat(reader.nextSequence().getSequenceLength()).isEqualTo(3);
      reader.reset();
      assertThat(count(reader)).isEqualTo(3);
    }
  }

  @Test
  void aRecordKnowsItsLineAndCanBeReadAgain() throws Exception {
    try (TsSequenceRecordReader reader = reader(VOWELS)) {
      reader.nextSequence();
      SequenceRecord second = reader.nextSequence();
      reader.nextSequence();
      assertThat(second.getMetaData().getLocation()).contains("line 7");
      assertThat(reader.loadSequenceFromMetaData(second.getMetaData())).isEqualTo(second);
    }
  }

  @Test
  void goesThroughAllFilesOfASplit() throws Exception {
    Files.writeString(directory.resolve("a.ts"), VOWELS);
    Files.writeString(directory.resolve("b.ts"), VOWELS);
    try (TsSequenceRecordReader reader = new TsSequenceRecordReader()) {
      reader.initialize(new FileSplit(directory.toFile()));
      assertThat(count(reader)).isEqualTo(6);
    }
  }

  @Test
  void refusesFilesWhoseClassesDiffer() throws Exception {
    Path first = Files.writeString(directory.resolve("a.ts"), VOWELS);
    Path second = Files.writeString(directory.resolve("b.ts"), VOWELS.replace("1 2 3", "3 2 1"));
    try (TsSequenceRecordReader reader = new TsSequenceRecordReader()) {
      reader.initialize(new CollectionInputSplit(List.of(first.toUri(), second.toUri())));
      assertThatThrownBy(() -> count(reader))
          .isInstanceOf(DataException.class)
          .hasMessage(
              second + " has the classes (3, 2, 1) where the files before it have (1, 2, 3).");
    }
  }

  @Test
  void saysWhereAFileIsBad() throws Exception {
    try (TsSequenceRecordReader reader = reader(VOWELS.replace("0.6", "oops"))) {
      assertThatThrownBy(() -> count(reader))
          .isInstanceOf(DataException.class)
          .hasMessage(
              directory.resolve("file.ts") + ", line 8, column 5: \"oops\" is not a number.");
    }
  }

  @Test
  void saysThatAFileIsNotThere() throws Exception {
    Path none = directory.resolve("none.ts");
    try (TsSequenceRecordReader reader = new TsSequenceRecordReader()) {
      assertThatThrownBy(() -> reader.initialize(new CollectionInputSplit(List.of(none.toUri()))))
          .isInstanceOf(DataException.class)
          .hasMessage("There is no file " + none + ".");
    }
  }

  @Test
  void insistsOnItsContract() {
    try (TsSequenceRecordReader reader = new TsSequenceRecordReader()) {
      assertThatThrownBy(reader::reset)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("call initialize(InputSplit) first");
      assertThatThrownBy(reader::next)
          .isInstanceOf(UnsupportedOperationException.class)
          .hasMessageContaining("sequenceRecord()");
    }
  }

  @Test
  void feedsTheIteratorOfDataVecWithMasks() throws Exception {
    try (TsSequenceRecordReader reader = reader(VOWELS)) {
      DataSet batch = new SequenceRecordReaderDataSetIterator(reader, 3, 3, 2).next();
      assertThat(batch.getFeatures().shape()).containsExactly(3, 2, 3);
      assertThat(batch.getLabels().shape()).containsExactly(3, 3, 3);
      assertThat(batch.getFeaturesMaskArray())
          .isEqualTo(Nd4j.createFromArray(new float[][] {{1, 1, 1}, {1, 0, 0}, {1, 1, 0}}));
      assertThat(batch.getLabelsMaskArray()).isEqualTo(batch.getFeaturesMaskArray());
      assertThat(batch.getFeatures().getDouble(2, 1, 1)).isEqualTo(1.6f);
      assertThat(batch.getFeatures().getDouble(2, 1, 2)).isZero();
      assertThat(batch.getLabels().getDouble(1, 0, 0)).isEqualTo(1);
    }
  }

  private TsSequenceRecordReader reader(String text) throws IOException, InterruptedException {
    Path file = Files.writeString(directory.resolve("file.ts"), text);
    TsSequenceRecordReader reader = new TsSequenceRecordReader();
    reader.initialize(new FileSplit(file.toFile()));
    return reader;
  }

  private static int count(TsSequenceRecordReader reader) {
    int count = 0;
    while (reader.hasNext()) {
      reader.nextSequence();
      count++;
    }
    return count;
  }
}
