package org.mf4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mf4j.data.archive.ArchiveServer;
import org.mf4j.data.archive.DownloadCache;
import org.mf4j.data.archive.DownloadLimits;
import org.mf4j.data.archive.DownloadListener;
import org.mf4j.data.series.DataException;

/** Names to files without a network; {@code DownloadTest} has the network. */
class DatasetsTest {
  @TempDir Path root;
  private Path directory;
  private Path cache;

  @BeforeEach
  void createDirectory() throws IOException {
    directory = Files.createDirectory(root.resolve("data"));
    cache = root.resolve("cache");
  }

  @Test
  void findsFoldersAndBareFilesOfAnyFormat() throws IOException {
    archive(directory, "Coffee");
    Files.writeString(directory.resolve("Tea_TRAIN.tsv"), "1\t5\n2\t6\n");
    Files.writeString(directory.resolve("Tea_TEST.tsv"), "1\t5\n");
    DatasetSplit coffee = read("Coffee");
    assertThat(coffee.train().name()).isEqualTo("Coffee");
    assertThat(coffee.train().size()).isEqualTo(2);
    assertThat(coffee.test().size()).isEqualTo(1);
    assertThat(read("Tea").train().series().get(1).channels()).isDeepEqualTo(new double[][] {{6}});
  }

  @Test
  void prefersTheArchivesOwnFormat() throws IOException {
    archive(directory, "Coffee");
    Files.writeString(directory.resolve("Coffee/Coffee_TRAIN.txt"), "1 5\n2 6\n2 7\n");
    assertThat(read("Coffee").train().size()).isEqualTo(2);
  }

  @Test
  void findsTheEqualLengthVersionInTheFolderOfTheSet() throws IOException {
    archive(directory, "Vowels");
    Path folder = directory.resolve("Vowels");
    Files.move(folder.resolve("Vowels_TRAIN.ts"), folder.resolve("Vowels_eq_TRAIN.ts"));
    Files.move(folder.resolve("Vowels_TEST.ts"), folder.resolve("Vowels_eq_TEST.ts"));
    assertThat(read("Vowels_eq").train().name()).isEqualTo("Vowels_eq");
  }

  @Test
  void looksIntoDirectoriesInTheirOrderAndThenIntoTheCache() throws IOException {
    Path first = Files.createDirectory(root.resolve("first"));
    archive(directory, "Coffee");
    archive(Files.createDirectory(cache), "Coffee");
    archive(cache, "Tea");
    Datasets places = offline().after(first);
    assertThat(places.find("Coffee", DownloadListener.SILENT).train()).startsWith(directory);
    assertThat(places.find("Tea", DownloadListener.SILENT).train()).startsWith(cache);
    archive(first, "Coffee");
    assertThat(places.find("Coffee", DownloadListener.SILENT).train()).startsWith(first);
  }

  @Test
  void offersTheNearestName() throws IOException {
    archive(directory, "Coffee");
    archive(directory, "GunPoint");
    Files.createDirectory(directory.resolve("Gunpoin"));
    assertThatThrownBy(() -> read("Gunpoin"))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "There is no data set \"Gunpoin\" in " + directory + "; did you mean \"GunPoint\"?");
  }

  @Test
  void saysThatADirectoryHoldsNoDataSets() {
    assertThatThrownBy(() -> read("Coffee"))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "There is no data set \"Coffee\" in "
                + directory
                + "; it holds no folder NAME with a file NAME_TRAIN.ts.");
  }

  @Test
  void saysThatTheDirectoryIsNotThere() {
    Path none = directory.resolve("none");
    assertThatThrownBy(() -> Datasets.onlyIn(none))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "The data directory "
                + none
                + " does not exist; name the directory that holds NAME/NAME_TRAIN.ts.");
  }

  @Test
  void saysThatTheTestFileIsNotThere() throws IOException {
    archive(directory, "Coffee");
    Path test = directory.resolve("Coffee").resolve("Coffee_TEST.ts");
    Files.delete(test);
    assertThatThrownBy(() -> read("Coffee"))
        .isInstanceOf(DataException.class)
        .hasMessage("There is no file " + test + ".");
  }

  @Test
  void offlineSaysWhereToPutWhichFile() {
    assertThatThrownBy(() -> offline().read("ECG5000"))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "The data set \"ECG5000\" is not in %s, %s and could not be downloaded from"
                    .formatted(directory, cache)
                + " http://127.0.0.1:1/sets (there is no connection to 127.0.0.1); put"
                + " ECG5000_TRAIN.ts and ECG5000_TEST.ts into the folder "
                + cache.resolve("ECG5000")
                + ".");
    assertThat(cache).isEmptyDirectory();
  }

  @Test
  void offlineOffersNamesThatAreNear() {
    assertThatThrownBy(() -> offline().read("FloodModeling"))
        .hasMessageEndingWith(
            ", or did you mean \"FloodModeling1\" or \"FloodModeling2\" or \"FloodModeling3\"?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../Coffee", "/etc/passwd", "a/b", "", ".", "C:x", "x y", "x\u0000"})
  void refusesWhatIsNoName(String name) {
    assertThatThrownBy(() -> read(name))
        .isInstanceOf(DataException.class)
        .hasMessageEndingWith("names consist of letters, digits, - and _.");
  }

  private DatasetSplit read(String name) {
    return Datasets.onlyIn(directory).read(name);
  }

  /** A port that nobody listens on. */
  private Datasets offline() {
    ArchiveServer nobody =
        new ArchiveServer(URI.create("http://127.0.0.1:1/sets"), DownloadLimits.DEFAULT);
    return new Datasets(
        Datasets.onlyIn(directory).directories(), Optional.of(new DownloadCache(cache, nobody)));
  }

  private static void archive(Path place, String name) throws IOException {
    Path folder = Files.createDirectory(place.resolve(name));
    for (String part : List.of("_TRAIN.ts", "_TEST.ts")) {
      String more = part.equals("_TRAIN.ts") ? "2:b\n" : "";
      Files.writeString(folder.resolve(name + part), "@classLabel true a b\n@data\n1:a\n" + more);
    }
  }
}
