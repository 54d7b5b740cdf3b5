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
        "up,2,3,4\nup,2,1,0\ndown,1,1,0\n", // another series has its class, wherever it counts from
        "3,1,2,3\n4,2,1,0\n4,1,1,0\n", // its class is a number
        "up,0,1,2\ndown,2,1,0,0\ndown,1,1,0\n", // another series is longer
        "up,0,1\ndown,2,1\ndown,1,1\n", // few values
        "up,1,2,4,8\ndown,2,1,0,0\ndown,1,1,0,0\n", // unequal steps, and few of them
        "up,NaN,2\n" // it has values
      })
  void takesNoSeriesForAHeader(String text) throws IOException {
    assertThat(read(text).size()).isEqualTo(text.lines().count());
  }

  /** Faults 1 and 2: what pandas, spectrometers and the years write above the values. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "class,0,1,2\n?,5,2,7\n",
        "class,0,1\n?,5,2\n?,3,1\n",
        "0,1,2,3\n?,5,2,7\n",
        "sample,850,852,854,856\nlean,.1,.3,.2,.4\nfat,.9,.8,.7,.9\nlean,.1,.2,.2,.4\n",
        "sample,4000,3998,3996\nlean,.1,.3,.2\nfat,.9,.8,.7\nlean,.1,.2,.2\n",
        "sample,0.00,0.04,0.08,0.12\na,.1,.3,.2,.4\nb,.9,.8,.7,.9\na,.1,.2,.2,.4\n",
        "place,1990,1991,1992\na,5,2,7\nb,1,2,4\na,5,2,7\n",
        ",0,1,2\na,5,2,7\nb,1,2,4\na,5,2,7\n",
        "0,1,2,3\n7,5,2,7\n8,1,2,4\n7,5,2,7\n",
      })
  void leavesAHeaderOfNumbersOutAndSaysSo(String text) throws IOException {
    Path file = Files.writeString(directory.resolve("Mine_TEST.csv"), text);
    SeriesFile read = SeriesFile.toPredict(file);
    assertThat(read.series().size()).isEqualTo(text.lines().count() - 1);
    assertThat(read.notes())
        .containsExactly(
            file + ", line 1: left out, since it numbers the columns; it is no series.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "up,0,1,2\ndown,2,1,0\n", // two series
        "up,0,1,2\n", // one
        "nm,850.1,852.3,854.7,856.8,859.2,861.1,863.4,865.0\na,1,2,1,2,1,2,1,2\na,2,1,2,1,2,1,2,1\n"
      })
  void refusesWhatMayBeAHeaderOrASeries(String text) throws IOException {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(DataException.class)
        .hasMessageContaining(", line 1: this looks like a header");
    assertThat(read("label,t0,t1\n" + text).size()).isEqualTo(text.lines().count());
  }

  @Test
  void leavesNamesOverAnIndexOutToo() throws IOException {
    assertThat(read(",label,t0,t1\n0,1,.5,.7\n1,2,.5,.6\n").size()).isEqualTo(2);
  }

  /** Fault 6. */
  @Test
  void keepsClassesApartAsTheyAreSpelt() throws IOException {
    assertThat(read("01,1\n1,2\n007,3\n01,4\n").classes()).containsExactly("01", "1", "007");
    assertThat(read("1E5,1\n2E5,2\n").classes()).containsExactly("1E5", "2E5");
    assertThat(read("1.0,1\n1,2\n2.00e+00,3\n-0.0,2\n").classes()).containsExactly("0", "1", "2");
  }

  /** Fault 6: a comment begins with the same character, but only before the series. */
  @Test
  void aClassMayBeginLikeAComment() throws IOException {
    String rows = "#1,1,2\n#2,3,4\nup,5,6\n#1,7,8\n";
    assertThat(read(rows).classes()).containsExactly("#1", "#2", "up");
    assertThat(read("# made by hand, 3 classes\n#\n" + rows).size()).isEqualTo(4);
  }

  /** Fault 15. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "10-20",
        "+",
        "1.2.1",
        "<30",
        ">=30",
        "1990-01",
        "two words",
        "-",
        ".",
        "e5",
        "None"
      })
  void aClassIsAWordWhateverItBeginsWith(String label) throws IOException {
    assertThat(read(label + ",1,3,2\n0,3,2,1\n").classes()).containsExactly("0", label);
  }

  /** Fault 15, and RFC 4180. */
  @Test
  void quotedCellsHoldSeparatorsAndQuotationMarks() throws IOException {
    SeriesSet set = read("\"walking, slow\",1,\"2\"\n \"say \"\"hi; there\"\"\" , 3, 4\n");
    assertThat(set.classes()).containsExactly("say \"hi; there\"", "walking, slow");
    assertThat(set.series().get(0).channels()[0]).containsExactly(1, 2);
  }

  /** Fault 16: the words of R, pandas, spreadsheets and C. */
  @ParameterizedTest
  @ValueSource(
      strings = {"NA", "na", "N/A", "#N/A", "null", "None", "-nan", "-nan(ind)", "NaN", "?"})
  void missingValuesHaveManyNames(String missing) throws IOException {
    assertThat(read("a,1," + missing + ",3\n").series().get(0).channels()[0])
        .containsExactly(1, Double.NaN, 3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a;0,5;1,250\nb;1;2\n", "a\t,5\t1,25e0\nb\t1\t2\n", "a,\"0,5\",\"1,25\"\nb,1,2\n"})
  void aDecimalCommaIsFoundByItself(String text) throws IOException {
    assertThat(read(text).series().get(0).channels()[0]).containsExactly(.5, 1.25);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a,1,2,,\nb,1,2,3,4\n", "a;1;2;\nb;1;2;\n", "a,1,2,\"\"\nb,1,2,3\n"})
  void emptyCellsAtTheEndArePadding(String text) throws IOException {
    assertThat(read(text).series().get(0).channels()[0]).containsExactly(1, 2);
  }

  /** Fault 27: one slip made a class of the whole line. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          `a,1,2\nb,3;4\n`      | `column 3: there is a semicolon in "3;4", but commas separate the values of this file.`
          `a,1,2\nb;3,4\n`      | `column 1: there is a semicolon in "b;3", but commas separate the values of this file; a class that holds one stands in quotation marks.`
          `a 1 2\nb 3,4\n`      | `column 3: there is a comma in "3,4", but blanks separate the values of this file.`
          `a 1 2\nb,3,4\n`      | `column 1: there is a comma in "b,3,4", but blanks separate the values of this file; a class that holds one stands in quotation marks.`
          `a\t1\t2\nb,3\t4\n`  | `column 1: there is a comma in "b,3", but tabs separate the values of this file; a class that holds one stands in quotation marks.`
          """)
  void oneSeparatorHoldsForTheWholeFile(String text, String sentence) {
    assertThatThrownBy(() -> read(text.translateEscapes()))
        .isInstanceOf(DataException.class)
        .hasMessage(directory.resolve("Mine_TRAIN.tsv") + ", line 2, " + sentence);
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
          `1;2,5;3.5`             | `, line 1, column 7: the decimal mark of "3.5" is a point, but that of line 1 is a comma; a file has one of them.`
          `1;2,500;3`             | `, line 1: the comma of "2,500" may be a decimal mark or stand between thousands, as every comma of this file; write a point as decimal mark, and nothing between thousands.`
          `1,2,-`                 | `, line 1, column 5: "-" is not a number; write ? for a missing one.`
          `1,"",2`                | `, line 1, column 4: a value is empty; write ? for a missing one.`
          `1 -0,2 5,3`            | `, line 1, column 6: "2 5" is not a number; commas separate the values of this file, and the decimal mark is a point.`
          `"a,1,2`                | `, line 1, column 1: the quotation mark is not closed.`
          `"1";"2,5,6";3`         | `, line 1, column 6: "2,5,6" is not a number; write a point or a comma as decimal mark, and nothing between thousands.`
          `<!doctype html>`       | ` is a web page, not a UCR file; download the data set again, with its exact name.`
          `label,t0`              | ` is empty.`
          `1,,2`                  | `, line 1, column 3: a value is empty; write ? for a missing one.`
          `1,2,1e39`              | `, line 1, column 5: "1e39" is beyond the range of a float (3.4e38).`
          `,2`                    | `, line 1: the class label is empty.`
          `0.5,2`                 | `, line 1, column 1: "0.5" is no class, which is a whole number or a word; name the column of numbers to regress, or use the .ts format for them.`
          `1.0e30,2`              | `, line 1, column 1: "1.0e30" is no class, which is a whole number or a word; name the column of numbers to regress, or use the .ts format for them.`
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
