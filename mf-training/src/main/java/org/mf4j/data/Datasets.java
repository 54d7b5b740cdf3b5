package org.mf4j.data;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mf4j.data.archive.ArchiveServer;
import org.mf4j.data.archive.DownloadCache;
import org.mf4j.data.archive.DownloadLimits;
import org.mf4j.data.archive.DownloadListener;
import org.mf4j.data.archive.KnownSet;
import org.mf4j.data.archive.LocalDirectory;
import org.mf4j.data.archive.SetFiles;
import org.mf4j.data.series.DataException;
import org.mf4j.options.NearestName;

/**
 * Data sets of the UCR, UEA and TSER archives by name: looked for in directories, then in a cache,
 * then downloaded into the cache.
 *
 * <p>A download is checked against the digests of {@link KnownSet} where it is one; files in
 * directories and in the cache are taken as they are, {@link DatasetSplit#sha256()} has their
 * digests.
 *
 * @param directories where to look first, in this order
 * @param cache where to look then, and to download to; empty to do without
 */
public record Datasets(List<LocalDirectory> directories, Optional<DownloadCache> cache) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,100}");

  /** The list of directories is a copy. */
  public Datasets {
    directories = List.copyOf(directories);
  }

  /**
   * Loads a data set from the {@link #standard() standard places}.
   *
   * @param name the name, as the archive spells it, for instance {@code ECG5000}
   * @return its training set and test set
   * @throws DataException if it is not found and cannot be downloaded, or its files are bad
   */
  public static DatasetSplit load(String name) {
    return standard().read(name);
  }

  /**
   * The places where a user keeps data: the directory that the environment variable {@code MF_DATA}
   * names, then the cache, {@code $XDG_CACHE_HOME/mf4j} or {@code ~/.cache/mf4j}, filled from
   * {@link ArchiveServer#PUBLIC}. The system properties {@code mf4j.cache} and {@code mf4j.archive}
   * put another directory and another address (a mirror) in place of the last two.
   *
   * @return these places
   * @throws DataException if {@code MF_DATA} names no directory
   */
  public static Datasets standard() {
    Optional<String> data = Optional.ofNullable(System.getenv("MF_DATA")).filter(s -> !s.isBlank());
    String address = System.getProperty("mf4j.archive", ArchiveServer.PUBLIC.toString());
    ArchiveServer server = new ArchiveServer(URI.create(address), DownloadLimits.DEFAULT);
    return new Datasets(
        data.stream().map(place -> new LocalDirectory(Path.of(place))).toList(),
        Optional.of(new DownloadCache(cacheDirectory(), server)));
  }

  private static Path cacheDirectory() {
    String chosen = System.getProperty("mf4j.cache");
    if (chosen != null) {
      return Path.of(chosen);
    }
    String shared = System.getenv("XDG_CACHE_HOME");
    // The XDG specification has relative paths ignored.
    Path caches =
        shared != null && Path.of(shared).isAbsolute()
            ? Path.of(shared)
            : Path.of(System.getProperty("user.home"), ".cache");
    return caches.resolve("mf4j");
  }

  /**
   * One directory and nothing else.
   *
   * @param directory a directory with {@code NAME/NAME_TRAIN.ts} or {@code NAME_TRAIN.ts}
   * @return this place
   * @throws DataException if there is no such directory
   */
  public static Datasets onlyIn(Path directory) {
    return new Datasets(List.of(new LocalDirectory(directory)), Optional.empty());
  }

  /**
   * These places after another.
   *
   * @param directory a directory to look in before these places
   * @return all of them
   * @throws DataException if there is no such directory
   */
  public Datasets after(Path directory) {
    List<LocalDirectory> all = new ArrayList<>(List.of(new LocalDirectory(directory)));
    all.addAll(directories);
    return new Datasets(all, cache);
  }

  /**
   * Reads a data set; nobody is told how a download goes on.
   *
   * @param name the name, as the archive spells it
   * @return its training set and test set
   * @throws DataException if it is not found and cannot be downloaded, or its files are bad
   */
  public DatasetSplit read(String name) {
    return read(name, DownloadListener.SILENT);
  }

  /**
   * Reads a data set.
   *
   * @param name the name, as the archive spells it
   * @param listener is told how a download goes on
   * @return its training set and test set
   * @throws DataException if it is not found and cannot be downloaded, or its files are bad
   */
  public DatasetSplit read(String name, DownloadListener listener) {
    SetFiles files = find(name, listener);
    return DatasetSplit.files(files.train(), files.test());
  }

  /**
   * The files of a data set, downloaded if need be.
   *
   * @param name the name, as the archive spells it
   * @param listener is told how a download goes on
   * @return its files
   * @throws DataException if it is not found and cannot be downloaded
   */
  public SetFiles find(String name, DownloadListener listener) {
    if (!NAME.matcher(name).matches()) {
      throw new DataException(
          "\"" + name + "\" is no name of a data set; names consist of letters, digits, - and _.");
    }
    return directories.stream()
        .flatMap(directory -> directory.find(name).stream())
        .findFirst()
        .or(() -> cache.flatMap(place -> place.find(name)))
        .orElseGet(() -> download(name, listener));
  }

  private SetFiles download(String name, DownloadListener listener) {
    DownloadCache place = cache.orElseThrow(() -> notFound(name, places()));
    try {
      return place
          .download(name, listener)
          .orElseThrow(() -> notFound(name, places() + ", " + place.server().address()));
    } catch (IOException e) {
      throw notDownloaded(name, place, e);
    }
  }

  private String places() {
    return Stream.concat(
            directories.stream().map(LocalDirectory::path),
            cache.stream().map(DownloadCache::directory))
        .map(Path::toString)
        .collect(Collectors.joining(", "));
  }

  private DataException notFound(String name, String places) {
    String hint = didYouMean(name);
    String none = "it holds no folder NAME with a file NAME_TRAIN.ts.";
    String other = "see https://timeseriesclassification.com for the names.";
    return new DataException(
        "There is no data set \"%s\" in %s; %s"
            .formatted(
                name, places, !hint.isEmpty() ? hint + "?" : cache.isEmpty() ? none : other));
  }

  private DataException notDownloaded(String name, DownloadCache place, IOException e) {
    String hint = KnownSet.of(name).isPresent() ? "" : didYouMean(name);
    return new DataException(
        "The data set \"%s\" is not in %s and could not be downloaded from %s (%s); put %s_TRAIN.ts and %s_TEST.ts into the folder %s%s"
            .formatted(
                name,
                places(),
                place.server().address(),
                e.getMessage(),
                name,
                name,
                place.folder(name),
                hint.isEmpty() ? "." : ", or " + hint + "?"),
        e);
  }

  private String didYouMean(String name) {
    List<String> known = new ArrayList<>();
    directories.forEach(directory -> known.addAll(directory.names()));
    if (cache.isPresent()) {
      KnownSet.all().forEach(set -> known.add(set.name()));
    }
    List<String> similar = NearestName.similar(name, known);
    return similar.isEmpty() ? "" : "did you mean \"" + String.join("\" or \"", similar) + "\"";
  }
}
