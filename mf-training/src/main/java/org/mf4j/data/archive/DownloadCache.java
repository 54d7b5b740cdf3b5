package org.mf4j.data.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mf4j.data.formats.SeriesFile;
import org.mf4j.data.series.Sha256;
import org.mf4j.files.Leftovers;

/**
 * A directory that keeps what was downloaded, one folder per data set. A folder appears whole or
 * not at all: it is made elsewhere in the directory and moved, so processes that download the same
 * set at the same time do not see each other's halves; the first to finish wins.
 *
 * @param directory the directory; made when it is needed
 * @param server where data sets come from
 */
public record DownloadCache(Path directory, ArchiveServer server) {
  /**
   * What is here already.
   *
   * @param name the data set
   * @return its files; empty if it was not downloaded yet
   */
  public Optional<SetFiles> find(String name) {
    return LocalDirectory.find(directory, name);
  }

  /**
   * The folder of a data set.
   *
   * @param name the data set
   * @return its place, whether it is there or not
   */
  public Path folder(String name) {
    return directory.resolve(ArchiveServer.zipName(name));
  }

  /**
   * Downloads a data set, checks it and keeps it.
   *
   * @param name the data set
   * @param listener is told how it goes on
   * @return its files; empty if the server has no data set of that name
   * @throws IOException if that fails; nothing is left behind then. The message is a reason for the
   *     middle of a sentence
   */
  public Optional<SetFiles> download(String name, DownloadListener listener) throws IOException {
    Path part = temporaryFolder(name);
    // Ctrl-C ends the process without running the finally block.
    part.toFile().deleteOnExit();
    try {
      return download(name, part, listener) ? find(name) : Optional.empty();
    } finally {
      Leftovers.delete(part);
    }
  }

  private Path temporaryFolder(String name) throws IOException {
    try {
      Files.createDirectories(directory);
      Leftovers.remove(
          directory, Pattern.compile(Pattern.quote("." + name + ".") + "([0-9]{1,18})\\.[0-9]+"));
      long process = ProcessHandle.current().pid();
      return Files.createTempDirectory(directory, "." + name + "." + process + ".");
    } catch (IOException e) {
      throw new IOException("the cache " + directory + " cannot be written: " + e, e);
    }
  }

  private boolean download(String name, Path part, DownloadListener listener) throws IOException {
    Path zip = part.resolve("download.zip");
    zip.toFile().deleteOnExit();
    if (!server.fetch(name, zip, listener)) {
      if (KnownSet.of(name).isPresent()) {
        throw new IOException("the server did not send the zip of this set, which it has");
      }
      return false;
    }
    Path folder = Files.createDirectory(part.resolve("unpacked"));
    folder.toFile().deleteOnExit();
    ArchiveZip.unpack(zip, folder, server.limits());
    verify(SetFiles.in(folder, name, "ts"));
    install(folder, name);
    return true;
  }

  private static void verify(SetFiles files) throws IOException {
    for (Path file : List.of(files.train(), files.test())) {
      if (Files.notExists(file)) {
        throw new IOException("the zip has no file " + file.getFileName());
      }
    }
    // All files of the zip stay, so all are checked.
    try (Stream<Path> all = Files.list(files.train().getParent())) {
      for (Path file : all.toList()) {
        verify(file);
      }
    }
  }

  private static void verify(Path file) throws IOException {
    boolean train = file.toString().endsWith("_TRAIN.ts");
    Optional<String> expected =
        KnownSet.of(SeriesFile.setName(file))
            .flatMap(train ? KnownSet::trainSha256 : KnownSet::testSha256);
    String found = Sha256.of(file);
    if (expected.isPresent() && !found.equals(expected.get())) {
      throw new IOException(
          "%s has the SHA-256 %s, expected %s"
              .formatted(file.getFileName(), found, expected.get()));
    }
  }

  private void install(Path unpacked, String name) throws IOException {
    try {
      Files.move(unpacked, folder(name), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      // Somebody else was faster, or a folder of that name holds other things.
      if (find(name).isEmpty()) {
        throw new IOException(
            folder(name) + " is in the way: it holds no " + name + "_TRAIN.ts; remove it", e);
      }
    }
  }
}
