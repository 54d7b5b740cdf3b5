package org.mf4j.data.ts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mf4j.data.formats.SeriesFile;
import org.mf4j.data.series.DataException;
import org.mf4j.data.series.Series;
import org.mf4j.data.series.SeriesSet;

class TsReaderTest {
  private static final String CLASSES = "@classLabel true a b\n";

  private static final String TIME_STAMPS =
      "series with time stamps, such as (0,1.5),(1,1.7), are not supported; leave the stamps out if"
          + " the steps are equal: sed -E -e 's/\\(([^()]*),([^,()]*)\\)/\\2/g' -e"
          + " 's/(@timestamps) true/\\1 false/I' FILE > NEW.";

  @TempDir Path directory;

  @Test
  void readsChannelsStepsAndClasses() throws IOException {
    SeriesSet set =
        read(
            """
            #comment with 100 % of everything
            @problemName Whatever
            @timeStamps false
            @missing false
            @univariate false
            @dimensions 2
            @equalLength false
            @classLabel true a b
            @data
            1,-2.5,3e-1:4,5,6:b

            % a comment between the series
            7:8:a
            """);
    assertThat(set.name()).isEqualTo("file");
    assertThat(set.classes()).containsExactly("a", "b");
    assertThat(set.size()).isEqualTo(2);
    assertThat(set.channels()).isEqualTo(2);
    assertThat(set.equalLength()).isFalse();
    assertThat(set.series().get(0).channels())
        .isDeepEqualTo(new double[][] {{1, -2.5, 0.3}, {4, 5, 6}});
    assertThat(set.series().get(0).target()).isEqualTo(1);
    assertThat(set.series().get(1).channels()).isDeepEqualTo(new double[][] {{7}, {8}});
    assertThat(set.series().get(1).target()).isZero();
  }

  @Test
  void readsNumbersToRegress() throws IOException {
    SeriesSet set = read("@targetlabel true\n@data\n1,2:0.25\n3,4:-1e-3\n");
    assertThat(set.isClassification()).isFalse();
    assertThat(set.series()).extracting(Series::target).containsExactly(0.25, -0.001);
  }

  @Test
  void readsSeriesWithoutLabelsWhereTheyAreToBePredicted() throws IOException {
    Path file = directory.resolve("new.ts");
    Files.writeString(file, "@equalLength true\n@classLabel false\n@data\n1,2:3,4\n5,6:7,8\n");
    SeriesSet set = SeriesFile.readToPredict(file);
    assertThat(set.isLabelled()).isFalse();
    assertThat(set.series().get(1).channels()).isDeepEqualTo(new double[][] {{5, 6}, {7, 8}});
    Files.writeString(file, "@targetLabel true\n@data\n1,2:3\n");
    assertThat(SeriesFile.readToPredict(file).isLabelled()).isTrue();
  }

  /** Fault 9: aeon ends the line with a colon, others write a question mark. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "@univariate true\n@targetlabel false\n@data\n1,2:\n3,4:\n",
        "@univariate true\n@targetlabel false\n@data\n1,2:?\n3,4:?\n",
        "@classLabel true a b\n@data\n1,2:?\n3,4:?\n",
        "@classLabel true a b\n@data\n1,2:\n3,4:b\n",
        "@targetLabel true\n@data\n1,2:?\n3,4:0.5\n",
        "@classLabel false\n@data\n1,2\n3,4\n",
      })
  void labelsMayBeUnknownWhereTheyAreToBePredicted(String text) throws IOException {
    SeriesSet set = SeriesFile.readToPredict(Files.writeString(directory.resolve("new.ts"), text));
    assertThat(set.isLabelled()).isFalse();
    assertThat(set.series().get(1).channels()).isDeepEqualTo(new double[][] {{3, 4}});
  }

  @Test
  void aMissingStepIsNoUnknownLabel() throws IOException {
    Path file = directory.resolve("new.ts");
    Files.writeString(file, "@dimensions 2\n@classLabel false\n@data\n1:?\n");
    assertThat(SeriesFile.readToPredict(file).series().get(0).channels()[1])
        .containsExactly(Double.NaN);
  }

  @Test
  void saysHowTheHeaderNamesALabel() throws IOException {
    Path file = directory.resolve("new.ts");
    Files.writeString(file, "@univariate true\n@classLabel false\n@data\n1,2:-0.18\n");
    assertThatThrownBy(() -> SeriesFile.readToPredict(file))
        .isInstanceOf(DataException.class)
        .hasMessageEndingWith(
            "expected 1 (channels and label are separated by colons); if the last is the label, the"
                + " header must say \"@classLabel true\" and the classes, or \"@targetLabel"
                + " true\".");
  }

  /** Fault 9: the length of series of unequal lengths says nothing. */
  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "12", ""})
  void theCommonLengthOfUnequalSeriesIsNotLookedAt(String length) throws IOException {
    String header = "@seriesLength " + length + "\n@equalLength false\n" + CLASSES;
    assertThat(read(header + "@data\n1,2:a\n3:b\n").size()).isEqualTo(2);
  }

  /** Fault 25. */
  @Test
  void aHeaderLineMayEndWithAComment() throws IOException {
    SeriesSet set =
        read("@univariate true # one channel\n@classLabel true a b # two\n@data # now\n1,2:a\n");
    assertThat(set.classes()).containsExactly("a", "b");
  }

  /** Fault 21: what the message advises gives what it promises. */
  @Test
  void theCommandThatLeavesTimeStampsOutWorks() throws Exception {
    Path file = directory.resolve("stamps.ts");
    Files.writeString(
        file,
        "@timestamps true\n"
            + CLASSES
            + "@data\n(2013-03-01 00:00:00,0.28),(2013-03-01 01:00:00,-1e-3):(0,1),(1,2):a\n");
    String sed =
        TIME_STAMPS
            .replaceFirst(".*(sed .*)\\.", "$1")
            .replace("FILE", file.toString())
            .replace("NEW", directory.resolve("new.ts").toString());
    assertThat(new ProcessBuilder("sh", "-c", sed).inheritIO().start().waitFor()).isZero();
    assertThat(SeriesFile.read(directory.resolve("new.ts")).series().get(0).channels())
        .isDeepEqualTo(new double[][] {{0.28, -1e-3}, {1, 2}});
  }

  @Test
  void keepsMissingValuesAsNaN() throws IOException {
    SeriesSet set = read(CLASSES + "@data\n1,?,nan,NaN,5:a\n");
    assertThat(set.series().get(0).channels()[0])
        .containsExactly(1, Double.NaN, Double.NaN, Double.NaN, 5);
  }

  @ParameterizedTest
  @CsvSource({
    "@CLASSLABEL TRUE a b,@DATA",
    "@classlabel true a b,@Data",
    " @classLabel  true  a  b , @data "
  })
  void takesKeysInAnyLetterCase(String classes, String data) throws IOException {
    assertThat(read(classes + "\n" + data + "\n1:a\n").classes()).containsExactly("a", "b");
  }

  @Test
  void toleratesWhatEditorsLeaveBehind() throws IOException {
    SeriesSet set = read("\uFEFF" + CLASSES + "@data\r\n 1 , 2 : 3 , 4 : a \r\n\r\n");
    assertThat(set.series().get(0).channels()).isDeepEqualTo(new double[][] {{1, 2}, {3, 4}});
  }

  @Test
  void readsCommentsOfAnotherEncoding() throws IOException {
    Path file = directory.resolve("latin.ts");
    Files.write(
        file, ("# caf\u00e9\n" + CLASSES + "@data\n1:a\n").getBytes(StandardCharsets.ISO_8859_1));
    assertThat(SeriesFile.read(file).size()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "ECG5000_TRAIN.ts,ECG5000",
    "ECG5000_TEST.ts,ECG5000",
    "JapaneseVowels_eq_TRAIN.ts,JapaneseVowels_eq",
    "mine.ts,mine"
  })
  void namesTheSetAfterTheFile(String file, String name) throws IOException {
    Files.writeString(directory.resolve(file), CLASSES + "@data\n1:a\n");
    assertThat(SeriesFile.read(directory.resolve(file)).name()).isEqualTo(name);
  }

  static Stream<Arguments> malformed() {
    String data = CLASSES + "@data\n";
    return Stream.of(
        Arguments.of("", " is empty."),
        Arguments.of("# only a comment\n", " has no line @data, which must precede the series."),
        Arguments.of(CLASSES, " has no line @data, which must precede the series."),
        Arguments.of(
            CLASSES + "1,2,3:a\n",
            ", line 2: expected a header line that starts with @ (the last is @data), found"
                + " \"1,2,3:a\"."),
        Arguments.of(
            "@univariate true\n@data\n1:a\n",
            " has no labels: its header must say \"@classLabel true\" and the classes, or"
                + " \"@targetLabel true\"."),
        Arguments.of(
            "@classLabel false\n@data\n1\n",
            " has no labels: its header must say \"@classLabel true\" and the classes, or"
                + " \"@targetLabel true\"."),
        Arguments.of(data, " has no series after @data."),
        Arguments.of(
            "@classLabel true\n@data\n",
            ", line 1: @classLabel true must be followed by the class labels."),
        Arguments.of("@classLabel true a a\n@data\n", ", line 1: @classLabel names a class twice."),
        Arguments.of(
            "@univariate maybe\n@data\n",
            ", line 1: @univariate must be true or false, found \"maybe\"."),
        Arguments.of(
            "@dimensions two\n@data\n",
            ", line 1: @dimensions must be a positive whole number, found \"two\"."),
        Arguments.of(
            "@seriesLength 0\n@equalLength true\n" + data,
            ", line 1: @seriesLength must be a positive whole number, found \"0\"."),
        Arguments.of("@timeStamps true\n@data\n", ", line 1: " + TIME_STAMPS),
        Arguments.of(data + "(0,1.5),(1,1.7):a\n", ", line 3, column 1: " + TIME_STAMPS),
        Arguments.of(
            "@relation Coffee\n@attribute x numeric\n@data\n",
            " holds the .arff format; give it that extension."),
        Arguments.of(
            "<!DOCTYPE html>\n<html></html>\n",
            " is a web page, not a .ts file; download the data set again, with its exact name."),
        Arguments.of(
            "PK\u0003\u0004\u0014\u0000",
            " is not a text file; if it is compressed, unpack it and name the .ts file inside."),
        Arguments.of(
            "\u001f\uFFFD\u0008",
            " is not a text file; if it is compressed, unpack it and name the .ts file inside."),
        Arguments.of(
            data + "1,2,3\n",
            ", line 3: there is no label; a series ends with a colon and its label."),
        Arguments.of(data + "1,2:\n", ", line 3, column 5: the class label is empty."),
        Arguments.of(data + "1,2:?\n", ", line 3, column 5: the class label is missing."),
        Arguments.of(
            data + "1,2:c\n",
            ", line 3, column 5: the class label \"c\" is not among those of the header (a, b);"
                + " @classLabel separates them by blanks, and they hold none."),
        Arguments.of(data + "1:a\n1,x7,2:a\n", ", line 4, column 3: \"x7\" is not a number."),
        Arguments.of(data + "1,2:3,  4x:a\n", ", line 3, column 9: \"4x\" is not a number."),
        Arguments.of(data + "1,2d:a\n", ", line 3, column 3: \"2d\" is not a number."),
        Arguments.of(data + "1,0x1p3:a\n", ", line 3, column 3: \"0x1p3\" is not a number."),
        Arguments.of(data + "1,1-2:a\n", ", line 3, column 3: \"1-2\" is not a number."),
        Arguments.of(
            data + "1,,2:a\n", ", line 3, column 3: a value is empty; write ? for a missing one."),
        Arguments.of(
            data + "1,2,:a\n", ", line 3, column 5: a value is empty; write ? for a missing one."),
        Arguments.of(data + "1,-Inf:a\n", ", line 3, column 3: \"-Inf\" is infinite."),
        Arguments.of(
            data + "1,1e39:a\n",
            ", line 3, column 3: \"1e39\" is beyond the range of a float (3.4e38)."),
        Arguments.of(
            data + "1,2:3:a\n",
            ", line 3: channel 2 has length 1 but channel 1 has length 2; all channels of a series must"
                + " have the same length."),
        Arguments.of(
            data + "1:2:a\n1:a\n",
            ", line 4: the number of channels is 1, expected 2 (channels and label are"
                + " separated by colons)."),
        Arguments.of(
            "@dimensions 3\n" + data + "1:2:a\n",
            ", line 4: the number of channels is 2, expected 3 (channels and label are"
                + " separated by colons)."),
        Arguments.of(
            "@univariate true\n" + data + "1:2:a\n",
            ", line 4: the number of channels is 2, expected 1 (channels and label are"
                + " separated by colons)."),
        Arguments.of(
            "@equalLength true\n@seriesLength 3\n" + data + "1,2:a\n",
            ", line 5: the number of steps is 2, expected 3, since the header says"
                + " @equalLength true."),
        Arguments.of(
            "@equalLength true\n" + data + "1,2:a\n1:b\n",
            ", line 5: the number of steps is 1, expected 2, since the header says"
                + " @equalLength true."),
        Arguments.of(
            "@targetLabel true\n@data\n1,2:?\n",
            ", line 3, column 5: the number to regress is missing."),
        Arguments.of(
            "@targetLabel true\n@data\n1,2:high\n",
            ", line 3, column 5: \"high\" is not a number."));
  }

  @ParameterizedTest
  @MethodSource
  void malformed(String text, String sentence) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(DataException.class)
        .hasMessage(directory.resolve("file.ts") + sentence);
  }

  @Test
  void quotesForeignTextOnOneShortLine() {
    assertThatThrownBy(() -> read(CLASSES + "@data\nx\u0007" + "x".repeat(1000) + ":a\n"))
        .hasMessageEndingWith("column 1: \"x\\u0007" + "x".repeat(38) + "...\" is not a number.");
  }

  @Test
  void saysThatAFileIsNotThere() {
    Path file = directory.resolve("none.ts");
    assertThatThrownBy(() -> SeriesFile.read(file))
        .isInstanceOf(DataException.class)
        .hasMessage("There is no file " + file + ".");
  }

  @Test
  void saysThatADirectoryHoldsNoSeries() throws IOException {
    Path folder = Files.createDirectory(directory.resolve("folder.ts"));
    assertThatThrownBy(() -> SeriesFile.read(folder))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith(folder + " holds no series: a folder for every class is expected");
  }

  private SeriesSet read(String text) throws IOException {
    return SeriesFile.read(Files.writeString(directory.resolve("file.ts"), text));
  }
}
