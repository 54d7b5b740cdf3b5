package org.mf4j.data.archive;

import java.time.Duration;

/**
 * What a download may cost before it is given up.
 *
 * @param zipBytes the largest zip; the largest of the archives is below 1 GiB
 * @param unpackedBytes the most bytes that all data files of a zip may unpack to
 * @param entries the most entries of a zip
 * @param answer how long the server may take to connect, and then to answer
 * @param stall how long it may send nothing in the middle of a file
 */
public record DownloadLimits(
    long zipBytes, long unpackedBytes, int entries, Duration answer, Duration stall) {
  /** For the archive as it is. */
  public static final DownloadLimits DEFAULT =
      new DownloadLimits(2L << 30, 4L << 30, 1000, Duration.ofSeconds(20), Duration.ofSeconds(30));
}
