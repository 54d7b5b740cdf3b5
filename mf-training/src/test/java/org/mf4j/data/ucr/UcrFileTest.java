package org.mf4j.data.ucr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mf4j.data.formats.SeriesFile;
import org.mf4j.data.series.DataException;
import org.mf4j.data.series.Series;
import org.mf4j.data.series.SeriesSet;

class UcrFileTest {
  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2\t1.5\t-2\n-1\t3\t4e-1\n",
        "2,1.5,-2\n-1, 3, 4e-1\n",
        "\"2\";1.5;-2\n-1; 3; 4e-1\n",
        "label,t0,t1\n2,1.5,-2\n-1,3,.4\n",
        "label;t0;t1\n2;1.5;-2\n-1;3;.4\n",
        "  2.0000000e+00   1.5000000e+00  -2.0000000e+00\n -1.0e+00  3.0e+00   4.0e-01  \r\n\n",
      })
  void readsTabsSemicolonsCommasAndBlanksWithAndWithoutHeader(String text) throws IOException {
    SeriesSet set = read(text);
    assertThat(set.name()).isEqualTo("Mine");
    assertThat(set.classes()).containsExactly("-1", "2");
    assertThat(set.series()).extracting(Series::target).containsExactly(1.0, 0.0);
    assertThat(set.series().get(0).channels()).isDeepEqualTo(new double[][] {{1.5, -2}});
    assertThat(set.series().get(1).channels()).isDeepEqualTo(new double[][] {{3, .4}});
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"label,0,1,2\n", "label,1,2,3\n", "\"label\";0;1;2\n", "y 1 2 3\n", "y a b c\n"})
  void leavesTheNamesOfColumnsOut(String header) throws IOException {
    char separator = header.contains(";") ? ';' : header.contains(",") ? ',' : ' ';
    SeriesSet set = read(header + "up,0,5,2\ndown,3,1\n".replace(',', separator));
    assertThat(set.classes()).containsExactly("down", "up");
    assertThat(set.series().get(0).channels()).isDeepEqualTo(new double[][] {{0, 5, 2}});
    assertThat(set.size()).isEqualTo(2);
  }

  /** What a header could be taken for. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "up,0,1,2\ndown,2,1,0\nup,1,2,3\n", // another series has its class
        "up,0,1,3\ndown,2,1,0\ndown,1,1,0\n", // it does not count
        "up,2,3,4\ndown,2,1,0\ndown,1,1,0\n", // it counts from elsewhere
        "3,1,2,3\n4,2,1,0\n4,1,1,0\n", // its class is a number
        "up,0,1,2\ndown,2,1,0,0\ndown,1,1,0\n", // another series is longer
        "up,0,1\ndown,2,1\ndown,1,1\n", // few values
        "up,0,1,2\ndown,2,1,0\n", // few series
        "up,0,1,2\n", // nothing but it
        "up,NaN,2\n" // it has values
      })
  void takesNoSeriesForAHeader(String text) throws IOException {
    assertThat(read(text).size()).isEqualTo(text.lines().count());
  }

  @Test
  void numbersTheClassesByValueAndThenWords() throws IOException {
    assertThat(read("10\t1\nup\t1\n9\t1\n-3\t1\n").classes())
        .containsExactly("-3", "9", "10", "up");
  }

  @Test
  void dropsThePaddingAndKeepsTheGaps() throws IOException {
    SeriesSet set = read("1\tNaN\t2\tNaN\t3\tNaN\tNaN\n2\t1\t2\t3\t4\t5\t6\n");
    assertThat(set.series().get(0).channels()[0]).containsExactly(Double.NaN, 2, Double.NaN, 3);
    assertThat(set.series().get(1).length()).isEqualTo(6);
  }

  @Test
  void unknownClassesAreForPredictionOnly() throws IOException {
    Path file = Files.writeString(directory.resolve("new.tsv"), "?\t1\t2\n1\t3\t4\n");
    SeriesSet set = SeriesFile.readToPredict(file);
    assertThat(set.isLabelled()).isFalse();
    assertThat(set.classes()).isEmpty();
    assertThat(set.series().get(1).channels()).isDeepEqualTo(new double[][] {{3, 4}});
    assertThatThrownBy(() -> SeriesFile.read(file))
        .isInstanceOf(DataException.class)
        .hasMessage(file + ", line 1, column 1: the class label is missing.");
    Path bare = Files.writeString(directory.resolve("bare.csv"), "0.5,2,3\n");
    assertThatThrownBy(() -> SeriesFile.readToPredict(bare))
        .isInstanceOf(DataException.class)
        .hasMessageEndingWith("a whole number or a word; write ? for a class that is not known.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``                      | ` is empty.`
          `# nothing but this`    | ` is empty.`
          `<html>`                | ` is a web page, not a UCR file; download the data set again, with its exact name.`
          `1`                     | `, line 1: there is no value; a line holds the class and then the values.`
          `1,NaN,?`               | `, line 1: there is no value; a line holds the class and then the values.`
          `1,2,x`                 | `, line 1, column 5: "x" is not a number; a line holds the class first and then values only.`
          `1;2,5;3`               | `, line 1, column 3: "2,5" is not a number; the decimal mark is a point.`
          `1,2,-`                 | `, line 1, column 5: "-" is not a number.`
          `label,t0`              | ` is empty.`
          `1,,2`                  | `, line 1, column 3: a value is empty; write ? for a missing one.`
          `1,2,1e39`              | `, line 1, column 5: "1e39" is beyond the range of a float (3.4e38).`
          `,2`                    | `, line 1, column 1: the class label is empty.`
          `0.5,2`                 | `, line 1, column 1: "0.5" is no class, which is a whole number or a word; numbers to regress need the .ts format.`
          `1e30,2`                | `, line 1, column 1: "1e30" is no class, which is a whole number or a word; numbers to regress need the .ts format.`
          """)
  void malformed(String text, String sentence) throws IOException {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(DataException.class)
        .hasMessage(directory.resolve("Mine_TRAIN.tsv") + sentence);
  }

  @Test
  void namesTheLineOfAnError() {
    assertThatThrownBy(() -> read("1 2 3\n\n2  3  4x\n"))
        .hasMessageEndingWith("Mine_TRAIN.tsv, line 3, column 7: \"4x\" is not a number.");
  }

  private SeriesSet read(String text) throws IOException {
    return SeriesFile.read(Files.writeString(directory.resolve("Mine_TRAIN.tsv"), text));
  }
}
