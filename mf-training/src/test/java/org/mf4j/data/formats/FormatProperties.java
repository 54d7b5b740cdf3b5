package org.mf4j.data.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.mf4j.data.series.DataException;
import org.mf4j.data.series.SeriesSet;

/**
 * Whatever a file holds, reading it gives series or a {@link DataException}; and what the tests'
 * own writers write is read back.
 */
class FormatProperties {
  private static final List<String> GOOD =
      List.of(
          """
          @problemName x
          @univariate false
          @dimensions 2
          @equalLength true
          @seriesLength 2
          @classLabel true a b
          @data
          1,2:3,4:a
          5,?:7,8e-1:b
          """,
          "1\t2\tNaN\t4\n2\t3\t4\tNaN\n",
          "  1.0e+00   2.5e-01   3\n -1.0e+00   2   NaN\n",
          """
          @relation 'r'
          @attribute x relational
          @attribute t1 numeric
          @attribute t2 real
          @end x
          @attribute c {a,'b c'}
          @data
          '1,2\\n3,4',a
          "5,?\\n7,8",'b c'
          """,
          """
          % c
          @attribute t1 numeric
          @attribute t2 numeric
          @attribute c {a,b}
          @data
          1,2,a
          ?,4,"b"
          """);

  private static Path folder;

  @BeforeContainer
  static void createFolder() throws IOException {
    folder = Files.createTempDirectory("formats");
  }

  @AfterContainer
  static void deleteFolder() throws IOException {
    for (String extension : SeriesFile.extensions()) {
      Files.deleteIfExists(folder.resolve("fuzz." + extension));
    }
    Files.delete(folder);
  }

  @Property(tries = 300)
  void randomBytesNeverCrash(@ForAll byte[] bytes) throws IOException {
    readAll(bytes);
  }

  @Property(tries = 1000)
  void mutilatedFilesNeverCrash(@ForAll("mutilated") String text) throws IOException {
    readAll(text.getBytes(StandardCharsets.UTF_8));
  }

  /** A good file in which a few places are deleted, doubled, or replaced by telling characters. */
  @Provide
  Arbitrary<String> mutilated() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "",
            "\n",
            ",",
            ":",
            "'",
            "\"",
            "\\",
            "{",
            "}",
            "@",
            "?",
            "\t",
            " ",
            "NaN",
            "1e999",
            "-",
            "\u0000",
            "\uFEFF",
            "\u2028",
            "@data\n",
            "@end\n",
            "%",
            "#",
            "<",
            "\\n",
            "@attribute x relational\n",
            "99999999999999999999",
            "e",
            "\r");
    Arbitrary<Edit> edits =
        Combinators.combine(
                Arbitraries.doubles().between(0, 1), Arbitraries.integers().between(0, 12), pieces)
            .as(Edit::new);
    return Combinators.combine(Arbitraries.of(GOOD), edits.list().ofMinSize(1).ofMaxSize(5))
        .as(FormatProperties::edited);
  }

  private record Edit(double place, int deleted, String inserted) {}

  private static String edited(String good, List<Edit> edits) {
    String text = good;
    for (Edit edit : edits) {
      int from = (int) (edit.place() * text.length());
      int to = Math.min(text.length(), from + edit.deleted());
      text = text.substring(0, from) + edit.inserted() + text.substring(to);
    }
    return text;
  }

  private static void readAll(byte[] content) throws IOException {
    for (String extension : List.of("ts", "tsv", "arff")) {
      Path file = Files.write(folder.resolve("fuzz." + extension), content);
      try {
        assertThat(SeriesFile.read(file).size()).isPositive();
      } catch (DataException e) {
        assertThat(e).hasMessageStartingWith(file.toString()).hasMessageEndingWith(".");
        assertThat(e.getMessage()).hasLineCount(1);
      }
      try {
        assertThat(SeriesFile.readToPredict(file).size()).isPositive();
      } catch (DataException e) {
        assertThat(e).hasMessageStartingWith(file.toString());
      }
    }
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void ucrFilesAreReadBack(
      @ForAll("channels") List<double[][]> series, @ForAll("separators") String separator)
      throws IOException {
    String text =
        IntStream.range(0, series.size())
            .mapToObj(i -> i % 3 + separator + join(series.get(i)[0], separator) + "\n")
            .collect(Collectors.joining());
    SeriesSet set = SeriesFile.read(Files.writeString(folder.resolve("fuzz.txt"), text));
    for (int i = 0; i < series.size(); i++) {
      assertThat(set.classes().get((int) set.series().get(i).target())).isEqualTo("" + i % 3);
      assertThat(set.series().get(i).channels()[0]).containsExactly(series.get(i)[0]);
    }
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void arffFilesAreReadBack(@ForAll("channels") List<double[][]> series) throws IOException {
    int steps = series.stream().mapToInt(one -> one[0].length).max().orElseThrow();
    StringBuilder text = new StringBuilder("@relation r\n@attribute bag relational\n");
    IntStream.range(0, steps).forEach(t -> text.append("@attribute t" + t + " numeric\n"));
    text.append("@end bag\n@attribute c {zero,one,two}\n@data\n");
    for (int i = 0; i < series.size(); i++) {
      String rows =
          Arrays.stream(series.get(i))
              .map(channel -> join(channel, ",") + ",?".repeat(steps - channel.length))
              .collect(Collectors.joining("\\n"));
      text.append("'" + rows + "'," + List.of("zero", "one", "two").get(i % 3) + "\n");
    }
    SeriesSet set = SeriesFile.read(Files.writeString(folder.resolve("fuzz.arff"), text));
    for (int i = 0; i < series.size(); i++) {
      assertThat(set.series().get(i).target()).isEqualTo(i % 3);
      assertThat(set.series().get(i).channels()).isDeepEqualTo(series.get(i));
    }
  }

  private static String join(double[] values, String separator) {
    List<String> cells = new ArrayList<>();
    Arrays.stream(values).forEach(value -> cells.add(Double.toString(value)));
    return String.join(separator, cells);
  }

  @Provide
  Arbitrary<String> separators() {
    return Arbitraries.of("\t", ",", " ", "   ");
  }

  /** Series of two channels and one to six steps. */
  @Provide
  Arbitrary<List<double[][]>> channels() {
    Arbitrary<Double> values = Arbitraries.doubles().between(-Float.MAX_VALUE, Float.MAX_VALUE);
    return Arbitraries.integers()
        .between(1, 6)
        .flatMap(
            length -> values.array(double[].class).ofSize(length).array(double[][].class).ofSize(2))
        .list()
        .ofMinSize(3)
        .ofMaxSize(7);
  }
}
