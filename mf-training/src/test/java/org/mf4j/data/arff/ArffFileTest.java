package org.mf4j.data.arff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mf4j.data.formats.SeriesFile;
import org.mf4j.data.series.DataException;
import org.mf4j.data.series.Series;
import org.mf4j.data.series.SeriesSet;

class ArffFileTest {
  private static final String TWO_STEPS =
      "@relation r\n@attribute a1 numeric\n@attribute a2 numeric\n";
  private static final String CLASSES = TWO_STEPS + "@attribute target {a,b}\n";
  private static final String RELATION =
      """
      @relation 'Basic Motions'
      @attribute relationalAtt relational
        @attribute t1 numeric
        @attribute t2 numeric
      @end relationalAtt
      @attribute activity {Standing,'Running fast'}
      """;

  @TempDir Path directory;

  @Test
  void readsOneChannel() throws IOException {
    SeriesSet set =
        read(
            """
            % a comment
            @RELATION 'some "name"'

            @Attribute "att 0" REAL
            @attribute att1 Integer
            @ATTRIBUTE att2 NUMERIC
            @attribute target{1, 'two words' ,"it's"}
            % another
            @DATA
            1.5,-2, 3e-1,1
            4,5,6, 'two words'
            7,8,9,"it's"
            7,8,9,'it\\'s'
            """);
    assertThat(set.name()).isEqualTo("Mine");
    assertThat(set.classes()).containsExactly("1", "two words", "it's");
    assertThat(set.series()).extracting(Series::target).containsExactly(0.0, 1.0, 2.0, 2.0);
    assertThat(set.series().get(0).channels()).isDeepEqualTo(new double[][] {{1.5, -2, .3}});
  }

  @Test
  void readsALabelWithACommaAndAQuotationMark() throws IOException {
    SeriesSet set = read(TWO_STEPS + "@attribute c {'x, \"y\"',b}\n@data\n1,2,'x, \"y\"'\n3,4,b\n");
    assertThat(set.series()).extracting(Series::target).containsExactly(0.0, 1.0);
    assertThat(set.classes()).containsExactly("x, \"y\"", "b");
  }

  @Test
  void readsSeveralChannels() throws IOException {
    SeriesSet set =
        read(
            RELATION
                + "@data\n'1,2\\n3,4\\n5,6',Standing\n\"7,8\\n9,10\\n11,12\" , 'Running fast'\n");
    assertThat(set.classes()).containsExactly("Standing", "Running fast");
    assertThat(set.series().get(0).channels())
        .isDeepEqualTo(new double[][] {{1, 2}, {3, 4}, {5, 6}});
    assertThat(set.series().get(1).channels())
        .isDeepEqualTo(new double[][] {{7, 8}, {9, 10}, {11, 12}});
    assertThat(set.series().get(1).target()).isEqualTo(1);
  }

  @Test
  void dropsThePaddingThatAllChannelsHaveAndKeepsTheGaps() throws IOException {
    SeriesSet univariate = read(CLASSES + "@data\n1,?,a\n?,2,b\n");
    assertThat(univariate.series().get(0).channels()).isDeepEqualTo(new double[][] {{1}});
    assertThat(univariate.series().get(1).channels()[0]).containsExactly(Double.NaN, 2);
    SeriesSet two = read(RELATION + "@data\n'1,?\\n3,4',Standing\n'1,?\\n3,?',Standing\n");
    assertThat(two.series().get(0).channels()[0]).containsExactly(1, Double.NaN);
    assertThat(two.series().get(1).channels()).isDeepEqualTo(new double[][] {{1}, {3}});
  }

  /** Fault 10: what Weka reads besides. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1,2,b\n",
        "1 2 b\n",
        "1\t2\tb\n",
        " 1 , 2 ,\tb\n",
        "1,2,b,,\n",
        "1,2,b, \n",
        "'1',\"2\",b\n",
        "1,2,b % the last\n",
        "1,2,b%\n",
      })
  void readsWekasDialectOfRows(String row) throws IOException {
    SeriesSet set = read(CLASSES + "@data % of two steps\n" + row);
    assertThat(set.series().get(0).channels()).isDeepEqualTo(new double[][] {{1, 2}});
    assertThat(set.series().get(0).target()).isEqualTo(1);
  }

  @Test
  void readsWekasDialectOfHeaders() throws IOException {
    SeriesSet set =
        read(
            """
            @relation 100% % of it
            @attribute a1 real [-5,5] % volts
            @attribute a2\tinteger[1,10]
            @attribute a3 numeric {0.5}
            @attribute class {a, '50 %'} {2}
            @data
            1,2,3,'50 %'
            4,5,6,a
            """);
    assertThat(set.classes()).containsExactly("a", "50 %");
    assertThat(set.series().get(0).channels()).isDeepEqualTo(new double[][] {{1, 2, 3}});
    assertThat(set.series().get(0).target()).isEqualTo(1);
  }

  @Test
  void readsClassesOfSeveralWordsAlsoWithoutQuotationMarks() throws IOException {
    SeriesSet set = read(TWO_STEPS + "@attribute c {sit, two words}\n@data\n1,2,two words\n");
    assertThat(set.series().get(0).target()).isEqualTo(1);
  }

  @Test
  void readsChannelsSeparatedByBlanks() throws IOException {
    SeriesSet set = read(RELATION + "@data\n'1 2\\n3\t4' Standing\n");
    assertThat(set.series().get(0).channels()).isDeepEqualTo(new double[][] {{1, 2}, {3, 4}});
  }

  @Test
  void readsNumbersToRegress() throws IOException {
    SeriesSet one = read(TWO_STEPS + "@attribute target numeric\n@data\n1,2,0.25\n");
    assertThat(one.isClassification()).isFalse();
    assertThat(one.series().get(0).target()).isEqualTo(.25);
    SeriesSet several =
        read(RELATION.replaceAll("\\{.*}", "numeric") + "@data\n'1,2\\n3,4',-1e-3\n");
    assertThat(several.series().get(0).target()).isEqualTo(-.001);
  }

  @Test
  void unknownTargetsAreForPredictionOnly() throws IOException {
    String text = CLASSES + "@data\n1,2,?\n3,4,a\n";
    Path file = Files.writeString(directory.resolve("new.arff"), text);
    SeriesSet set = SeriesFile.readToPredict(file);
    assertThat(set.isLabelled()).isFalse();
    assertThat(set.size()).isEqualTo(2);
    assertThatThrownBy(() -> SeriesFile.read(file))
        .isInstanceOf(DataException.class)
        .hasMessage(file + ", line 6, column 5: the target is missing.");
  }

  static Stream<Arguments> malformed() {
    String data = CLASSES + "@data\n";
    String several = RELATION + "@data\n";
    return Stream.of(
        Arguments.of("", " is empty."),
        Arguments.of("% only\n", " has no line @data, which must precede the series."),
        Arguments.of(CLASSES, " has no line @data, which must precede the series."),
        Arguments.of(data, " has no series after @data."),
        Arguments.of(
            "<html>",
            " is a web page, not a .arff file; download the data set again, with its exact name."),
        Arguments.of(
            "@problemName x\n",
            ", line 1: expected @relation, @attribute, @end or @data, found \"@problemName x\"."),
        Arguments.of(
            "@data\n",
            " has no target: its last attribute must be nominal, such as {a,b}, or numeric."),
        Arguments.of(
            "@attribute x numeric\n@data\n", " has no numeric attribute before the target."),
        Arguments.of(
            "@attribute x string\n",
            ", line 1: the attribute type \"string\" is not supported; series are numeric, the"
                + " target nominal or numeric."),
        Arguments.of(
            CLASSES + "@attribute more numeric\n",
            ", line 5: the nominal attribute, which is the target, must be the last."),
        Arguments.of("@attribute c {a,b\n", ", line 1: the list of classes must be {a,b,...}."),
        Arguments.of("@attribute c {a,}\n", ", line 1: the list of classes has an empty label."),
        Arguments.of("@attribute c {a,a}\n", ", line 1: the list of classes names a class twice."),
        Arguments.of(
            "@attribute 'x numeric\n", ", line 1, column 12: the quotation mark ' is not closed."),
        Arguments.of("@end r\n", ", line 1: @end ends no relational attribute."),
        Arguments.of(
            "@attribute r relational\n@attribute c {a}\n",
            ", line 2: a relational attribute must hold numeric attributes only."),
        Arguments.of(
            "@attribute x numeric\n@attribute r relational\n",
            ", line 2: a relational attribute must be the first and the only one."),
        Arguments.of(
            RELATION.replace("@attribute activity", "@attribute id numeric\n@attribute activity")
                + "@data\n",
            " has attributes between the relational one and the target."),
        Arguments.of(
            data + "{0 1, 2 a}\n", ", line 6: sparse rows are not supported; write all values."),
        Arguments.of(
            data + "1,a\n",
            ", line 6: the number of values is 1, expected 2, one per numeric attribute before the"
                + " target."),
        Arguments.of(
            data + "1,2,3,a\n",
            ", line 6: the number of values is 3, expected 2, one per numeric attribute before the"
                + " target."),
        Arguments.of(data + "1,x,a\n", ", line 6, column 3: \"x\" is not a number."),
        Arguments.of(data + "?,?,a\n", ", line 6: all values are missing."),
        Arguments.of(
            data + "1,2,c\n",
            ", line 6, column 5: the class label \"c\" is not among those of the header (a, b)."),
        Arguments.of(data + "1,2,'a\n", ", line 6, column 5: the quotation mark ' is not closed."),
        Arguments.of(
            data + "1,2,'a' {3}\n",
            ", line 6, column 9: weights of rows are not supported; leave {...} out."),
        Arguments.of(
            data + "1,,a\n", ", line 6, column 3: a value is empty; write ? for a missing one."),
        Arguments.of(
            several + "'1,2',Standing,5\n",
            ", line 8, column 16: the target must be the last of the line."),
        Arguments.of(
            several + "1,2,Standing\n",
            ", line 8: expected the channels in quotation marks, separated by \\n."),
        Arguments.of(
            several + "'1,2'\n", ", line 8: expected a comma and the target after the channels."),
        Arguments.of(
            several + "'1,2\\n3',Standing\n",
            ", line 8: the number of values is 1, expected 2, one per numeric attribute before the"
                + " target."),
        Arguments.of(
            several + "'1,2\\n3,y',Standing\n", ", line 8, column 9: \"y\" is not a number."),
        Arguments.of(
            several + "'1,2\\n3,4',Standing\n'1,2',Standing\n",
            ", line 9: the number of channels is 1, expected 2 as in the first row."));
  }

  @ParameterizedTest
  @MethodSource
  void malformed(String text, String sentence) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(DataException.class)
        .hasMessage(directory.resolve("Mine_TEST.arff") + sentence);
  }

  private SeriesSet read(String text) throws IOException {
    return SeriesFile.read(Files.writeString(directory.resolve("Mine_TEST.arff"), text));
  }
}
