package org.mf4j.figures.gallery;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.mf4j.figures.Figure;
import org.mf4j.figures.Picture;

/** Pictures that come from one computation, and the data sets that it needs. */
public final class Sheet {
  private final String names;
  private final List<String> datasets;
  private final Source source;

  Sheet(String names, List<String> datasets, Source source) {
    this.names = names;
    this.datasets = datasets;
    this.source = source;
  }

  /** A sheet that needs no file. */
  static Sheet of(String names, Source source) {
    return new Sheet(names, List.of(), source);
  }

  /** {@return the names of the pictures, separated by commas} */
  public String names() {
    return names;
  }

  /**
   * The data sets that are not there.
   *
   * @param dataDir the folder that holds {@code NAME/NAME_TRAIN.ts}, if there is one
   * @return the names of those that the pictures need and that are missing; empty if none is
   */
  public List<String> missing(Optional<Path> dataDir) {
    return datasets.stream()
        .filter(name -> dataDir.filter(folder -> holds(folder, name)).isEmpty())
        .toList();
  }

  private static boolean holds(Path folder, String name) {
    return Files.exists(folder.resolve(name).resolve(name + "_TRAIN.ts"));
  }

  /**
   * Computes and draws.
   *
   * @return the figures
   * @throws InterruptedException if the thread was interrupted
   */
  public List<Figure> figures() throws InterruptedException {
    return source.pictures().stream().map(Picture::figure).toList();
  }

  /** Computes the data of pictures. */
  @FunctionalInterface
  interface Source {
    List<? extends Picture> pictures() throws InterruptedException;
  }
}
