package org.mf4j.data.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mf4j.data.DatasetSplit;
import org.mf4j.data.series.DataException;
import org.mf4j.data.series.SeriesSet;

/** One series, 1 and 2 of class a, in every format. */
class SeriesFileTest {
  private static final String TS = "@classLabel true a\n@data\n1,2:a\n";
  private static final String ARFF =
      "@attribute x numeric\n@attribute y numeric\n@attribute c {a}\n@data\n1,2,a\n";

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({"ts", "TS", "tsv", "txt", "csv", "arff", "Arff"})
  void theExtensionTellsTheFormat(String extension) throws IOException {
    Path file = directory.resolve("One_TRAIN." + extension);
    Files.writeString(
        file,
        switch (extension.toLowerCase(Locale.ROOT)) {
          case "ts" -> TS;
          case "arff" -> ARFF;
          case "csv" -> "a,1,2\n";
          default -> "a\t1\t2\n";
        });
    for (SeriesSet set : new SeriesSet[] {SeriesFile.read(file), SeriesFile.readToPredict(file)}) {
      assertThat(set.name()).isEqualTo("One");
      assertThat(set.classes()).containsExactly("a");
      assertThat(set.series().get(0).channels()).isDeepEqualTo(new double[][] {{1, 2}});
    }
  }

  @ParameterizedTest
  @CsvSource({"mine.zip", "mine", "ts.gz"})
  void anotherExtensionIsExplained(String name) {
    assertThatThrownBy(() -> SeriesFile.read(Path.of(name)))
        .isInstanceOf(DataException.class)
        .hasMessage(
            name
                + ": the format is told by the extension, which must be one of .ts, .tsv, .txt,"
                + " .csv, .arff.");
  }

  @Test
  void theFormatsOfOneTaskMayDiffer() throws IOException {
    Path train = Files.writeString(directory.resolve("x.txt"), "b 1 2\na 3 4\n");
    Path test = Files.writeString(directory.resolve("y.arff"), ARFF);
    DatasetSplit sets = DatasetSplit.files(train, test);
    assertThat(sets.test().classes()).containsExactly("a", "b");
    assertThat(sets.test().series().get(0).target()).isZero();
  }
}
