package org.mf4j.data.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
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

class SeriesTableTest {
  private static final TableColumns LONG =
      TableColumns.UNNAMED.withId("patient").withTime("day").withLabel("state");

  @TempDir private Path folder;

  private SeriesFile read(String text, TableColumns columns) throws IOException {
    return SeriesFile.of(Files.writeString(folder.resolve("Mine.csv"), text), columns, true);
  }

  private static double[][][] values(SeriesSet set) {
    return set.series().stream().map(Series::channels).toArray(double[][][]::new);
  }

  /** Rows of two series, mixed and not in order. */
  @Test
  void theLinesOfAnIdAreStepsInTheOrderOfTheirTimes() throws IOException {
    SeriesFile file =
        read(
            """
            patient,day,state,pulse,temperature
            b,2,ill,71,38.5
            a,3,well,63,36.3
            a,1,well,61,36.1
            b,1,ill,70,38.0
            a,2,,,36.2
            """,
            LONG);
    assertThat(file.series().classes()).containsExactly("ill", "well");
    assertThat(file.series().series()).extracting(Series::target).containsExactly(0.0, 1.0);
    assertThat(values(file.series())[0]).isDeepEqualTo(new double[][] {{70, 71}, {38, 38.5}});
    assertThat(values(file.series())[1][0]).containsExactly(61, Double.NaN, 63);
    assertThat(values(file.series())[1][1]).containsExactly(36.1, 36.2, 36.3);
    assertThat(file.notes())
        .containsExactly(
            folder.resolve("Mine.csv") + " has 5 lines of 2 series; channels: pulse, temperature.");
  }

  @Test
  void channelsAreTakenInTheOrderWanted() throws IOException {
    String text = "t,patient,state,x,note,y\n1,a,u,1,first,2\n2,a,u,3,,4\n1,b,v,5,,6\n";
    SeriesSet set =
        read(text, TableColumns.UNNAMED.withId("patient").withLabel("state").withChannels("y", "x"))
            .series();
    assertThat(values(set)[0]).isDeepEqualTo(new double[][] {{2, 4}, {1, 3}});
    assertThat(values(set)[1]).isDeepEqualTo(new double[][] {{6}, {5}});
  }

  @ParameterizedTest
  @ValueSource(strings = {"last", "4", "kind"})
  void theLabelMayBeAnyColumnOfALinePerSeries(String label) throws IOException {
    SeriesSet set =
        read("t0,t1,t2,kind\n1,2,3,up\n3,2,,down\n", TableColumns.UNNAMED.withLabel(label))
            .series();
    assertThat(set.classes()).containsExactly("down", "up");
    assertThat(values(set)).isEqualTo(new double[][][] {{{1, 2, 3}}, {{3, 2}}});
  }

  @Test
  void columnsWithoutNamesGoByPlace() throws IOException {
    SeriesSet set =
        read("1,2,up\n3,4,down\n5,6,up\n", TableColumns.UNNAMED.withLabel("3")).series();
    assertThat(set.size()).isEqualTo(3);
    assertThat(set.series()).extracting(Series::target).containsExactly(1.0, 0.0, 1.0);
  }

  /** Where no id comes twice, a line is a series. */
  @Test
  void anIdOfEveryLineIsNoValue() throws IOException {
    SeriesSet set =
        read(
                "patient,kind,0,1,2\n17,up,1,2,3\n18,down,3,2,1\n",
                TableColumns.UNNAMED.withId("patient").withLabel("kind"))
            .series();
    assertThat(values(set)).isEqualTo(new double[][][] {{{1, 2, 3}}, {{3, 2, 1}}});
  }

  @Test
  void numbersToRegressAreATarget() throws IOException {
    SeriesSet set =
        read("rain;0;1\n0,25;1;2\n1,5;3;4,5\n", TableColumns.UNNAMED.withTarget("rain")).series();
    assertThat(set.isClassification()).isFalse();
    assertThat(set.series()).extracting(Series::target).containsExactly(0.25, 1.5);
    assertThat(values(set)[1]).isDeepEqualTo(new double[][] {{3, 4.5}});
  }

  @Test
  void aTableToPredictHasNoLabel() throws IOException {
    Path file = Files.writeString(folder.resolve("new.csv"), "1,2\n3,4\n");
    SeriesFile read = SeriesFile.of(file, TableColumns.UNNAMED.withLabel(TableColumns.NONE), false);
    assertThat(values(read.series())[1]).isDeepEqualTo(new double[][] {{3, 4}});
    assertThat(read.series().isLabelled()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "2024-01-09,2024-01-10",
    "2024-01-09 23:00,2024-01-10 01:00",
    "2024-01-09T23:59:59.5Z,2024-01-10T00:00:00Z",
    "9.1.2024,10.1.2024",
    "31/12/2023,01/01/2024",
    "12/31/2023,1/1/2024",
    "9.5,10",
    "-1e1,-9"
  })
  void timesAreOrderedAsTheyAreMeant(String earlier, String later) throws IOException {
    String text =
        "patient,day,state,x\na,%s,u,2\na,%s,u,1\nb,%s,v,3\n".formatted(later, earlier, later);
    assertThat(values(read(text, LONG).series())[0]).isDeepEqualTo(new double[][] {{1, 2}});
  }

  @Test
  void stepsThatDifferAreTold() throws IOException {
    String text = "patient,day,state,x\na,1,u,2\na,2,u,1\na,9,u,1\nb,1,v,1\n";
    assertThat(read(text, LONG).notes().get(1))
        .endsWith("Mine.csv has times that are 1 to 7 apart; every step counts as one.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "windows-1252", "UTF-16", "UTF-16LE", "UTF-16BE"})
  void lettersAreReadInTheEncodingsOfSpreadsheets(String encoding) throws IOException {
    Path file = folder.resolve("M.csv");
    Files.write(file, "x;zustand\n1,5;gut\n2,5;müde\n".getBytes(Charset.forName(encoding)));
    SeriesFile read = SeriesFile.of(file, TableColumns.UNNAMED.withLabel("zustand"), true);
    assertThat(read.series().classes()).containsExactly("gut", "müde");
    assertThat(read.notes()).hasSize(encoding.equals("windows-1252") ? 1 : 0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          `patient,day,state,x\\na,1,u,1\\na,1,u,2`              | `, line 3: the series "a" has the time of line 2 again.`
          `patient,day,state,x\\na,1,u,1\\na,2,v,2`              | `, line 3: the series "a" is "v" here, but "u" in line 2; a series has one class or number.`
          `patient,day,state,x\\na,1,,1\\nb,1,u,2`               | `, line 2: the series "a" has no class.`
          `patient,day,state,x\\n,1,u,1`                         | `, line 2: the id, which tells series apart, is empty.`
          `patient,day,state\\na,1,u`                            | `, line 1: no column is left for the values.`
          `patient,day,x\\na,1,1`                                | `, line 1: there is no column "state"; the columns are patient, day, x.`
          `patient,day,state,x,x\\na,1,u,1,2,3`                  | `, line 2, column 11: the line has more cells than the first one, 5.`
          `patient,day,state,city\\na,1,u,Pisa`                  | `, line 2, column 7: "Pisa" in the column "city" is not a number; name the columns that hold channels, or what the column holds.`
          `patient,day,state,x\\na,noon,u,1`                     | ` has a column of times that has "noon", which is no number and no date written as those before; write 2024-12-31 or 2024-12-31T23:59:59.`
          `patient,day,state,x\\na,1/2/2024,u,1\\na,1/3/2024,u,2` | ` has a column of times that may have the day or the month first ("1/2/2024"); write 2024-12-31.`
          `patient,day,state,x`                                 | ` has no line of values.`
          `patient;day;state;x\\na;1;u;1,234\\na;2;u;12,345`      | `, line 2: the comma of "1,234" may be a decimal mark or stand between thousands, as every comma of this file; write a point as decimal mark, and nothing between thousands.`
          `patient;day;state;x\\na;1;u;1,5\\na;2;u;1.5`           | `, line 3, column 7: the decimal mark of "1.5" is a point, but that of line 2 is a comma; a file has one of them.`
          `patient;day;state;x\\na;1;u;1.234,5`                  | `, line 2, column 7: "1.234,5" is not a number; write a point or a comma as decimal mark, and nothing between thousands.`
          `patient,day,state,x\\na,1,0.5,1`                      | `, line 2: "0.5" is no class, which is a whole number or a word, but a target.`
          """)
  void whatIsWrongIsNamed(String text, String sentence) {
    assertThatThrownBy(() -> read(text.translateEscapes(), LONG))
        .isInstanceOf(DataException.class)
        .hasMessage(folder.resolve("Mine.csv") + sentence);
  }

  @Test
  void columnsAreNamedOfTablesAlone() throws IOException {
    Path file = Files.writeString(folder.resolve("a.ts"), "@data\n1,2:a\n");
    assertThatThrownBy(() -> SeriesFile.of(file, LONG, true))
        .isInstanceOf(DataException.class)
        .hasMessageEndingWith("columns are named of .csv, .tsv and .txt files.");
  }

  @Test
  void trainingNeedsAnAnswer() {
    assertThatThrownBy(() -> read("a,b\n1,2\n", TableColumns.UNNAMED.withId("a")))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("none for the class (label)");
    assertThatThrownBy(() -> LONG.withTarget("x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("name one of the two");
    assertThatThrownBy(() -> LONG.withChannels("day"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"day\" is named twice");
  }
}
