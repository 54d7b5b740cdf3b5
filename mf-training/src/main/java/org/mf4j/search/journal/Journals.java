package org.mf4j.search.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.mf4j.search.Search;
import org.mf4j.search.SearchListener;
import org.mf4j.search.SearchResult;
import org.mf4j.search.TrialLog;

/** Where the trials of several searches are kept: a folder of journals, or memory. */
public final class Journals {
  private static final String ENDING = ".jsonl";

  private final Optional<Path> folder;
  private final Map<String, Object> versions;

  private Journals(Optional<Path> folder, Map<String, Object> versions) {
    this.folder = folder;
    this.versions = new LinkedHashMap<>(versions);
  }

  /**
   * Journals from which an interrupted run goes on.
   *
   * @param folder where they are
   * @param versions what the results depend on beside settings and data; journals made with other
   *     versions are refused
   * @return the journals
   */
  public static Journals in(Path folder, Map<String, Object> versions) {
    return new Journals(Optional.of(folder), versions);
  }

  /**
   * Trials that are gone when the process ends.
   *
   * @return no journals
   */
  public static Journals none() {
    return new Journals(Optional.empty(), Map.of());
  }

  /**
   * Runs what a journal has not got.
   *
   * @param name of the journal
   * @param search the search
   * @param data what identifies its data
   * @param listener is told how it goes on
   * @param stopped true ends the search
   * @return what was found in this run and those before
   * @throws IOException if a journal cannot be read or written
   * @throws InterruptedException if the thread was interrupted
   */
  public SearchResult run(
      String name,
      Search search,
      Map<String, Object> data,
      SearchListener listener,
      BooleanSupplier stopped)
      throws IOException, InterruptedException {
    if (folder.isEmpty()) {
      return search.run(TrialLog.inMemory(), listener, stopped);
    }
    Map<String, Object> identity = search.describe();
    identity.putAll(data);
    identity.putAll(versions);
    try (Journal journal = Journal.open(folder.get().resolve(name + ENDING), identity, true)) {
      return search.run(journal, listener, stopped);
    }
  }
}
