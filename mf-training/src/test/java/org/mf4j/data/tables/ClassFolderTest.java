package org.mf4j.data.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mf4j.data.formats.SeriesFile;
import org.mf4j.data.series.DataException;
import org.mf4j.data.series.Series;
import org.mf4j.data.series.SeriesSet;

class ClassFolderTest {
  @TempDir private Path folder;

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private SeriesFile read(TableColumns columns, boolean targetsRequired) {
    return SeriesFile.of(folder, columns, targetsRequired);
  }

  @Test
  void aFolderIsAClassAndAFileASeries() throws IOException {
    write("walk/b.csv", "x,y\n1,2\n3,4\n5,6\n");
    write("walk/a.csv", "x,y\n7,8\n");
    write("run/only.csv", "x,y\n9,10\n");
    write("run/notes.md", "not a series");
    write("run/.hidden.csv", "no");
    write("README.txt.bak", "no");
    SeriesSet set = read(TableColumns.UNNAMED, true).series();
    assertThat(set.name()).isEqualTo(folder.getFileName().toString());
    assertThat(set.classes()).containsExactly("run", "walk");
    assertThat(set.series()).extracting(Series::target).containsExactly(0.0, 1.0, 1.0);
    assertThat(set.series().get(2).channels()).isDeepEqualTo(new double[][] {{1, 3, 5}, {2, 4, 6}});
    assertThat(read(TableColumns.UNNAMED, true).notes())
        .containsExactly(folder + " has 3 files in 2 folders; channels: x, y.");
  }

  @Test
  void filesMayHaveNoNamesAndATime() throws IOException {
    write("up/a.tsv", "2\t20\n1\t10\n");
    write("down/a.tsv", "1\t30\n");
    SeriesSet set = read(TableColumns.UNNAMED.withTime("1"), true).series();
    assertThat(set.series().get(1).channels()).isDeepEqualTo(new double[][] {{10, 20}});
  }

  @Test
  void aFolderOfFilesIsToBePredictedOrNamesTheAnswer() throws IOException {
    write("a.csv", "x,rain\n1,5\n2,5\n");
    write("b.csv", "x,rain\n3,6\n");
    SeriesSet set = read(TableColumns.UNNAMED.withTarget("rain"), true).series();
    assertThat(set.series()).extracting(Series::target).containsExactly(5.0, 6.0);
    assertThat(read(TableColumns.UNNAMED.withChannels("x"), false).series().isLabelled()).isFalse();
    assertThatThrownBy(() -> read(TableColumns.UNNAMED, true))
        .isInstanceOf(DataException.class)
        .hasMessage(folder.resolve("a.csv") + ", line 2: the series has no class.");
  }

  @Test
  void whatIsWrongIsNamed() throws IOException {
    assertThatThrownBy(() -> read(TableColumns.UNNAMED, true))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith(folder + " holds no series: a folder for every class is expected");
    assertThatThrownBy(() -> read(TableColumns.UNNAMED.withId("x"), true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("leave the id out");
    write("walk/a.csv", "x,y\n7,8\n");
    write("walk/b.csv", "y,x\n7,8\n");
    assertThatThrownBy(() -> read(TableColumns.UNNAMED, true))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "%s has the channels [y, x], but %s has [x, y]; name those that all files have."
                .formatted(folder.resolve("walk/b.csv"), folder.resolve("walk/a.csv")));
    assertThat(read(TableColumns.UNNAMED.withChannels("x", "y"), true).series().channels())
        .isEqualTo(2);
  }
}
