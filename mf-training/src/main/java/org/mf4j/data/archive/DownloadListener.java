package org.mf4j.data.archive;

/** Is told how a download goes on. */
@FunctionalInterface
public interface DownloadListener {
  /** Ignores everything. */
  DownloadListener SILENT = (name, done, total) -> {};

  /**
   * Some bytes have arrived.
   *
   * @param name the data set
   * @param done the number of bytes so far
   * @param total the number of bytes there will be; -1 if the server does not say
   */
  void onBytes(String name, long done, long total);
}
