package org.mf4j.search.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;

/** Two searches must not write one journal. The lock goes with the channel or the process. */
final class JournalLock {
  private JournalLock() {}

  static void take(FileChannel channel, Path file) throws IOException {
    if (!isFree(channel)) {
      throw new IOException(file + " is in use by another search; wait or name another file.");
    }
  }

  private static boolean isFree(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      // Held by this process.
      return false;
    }
  }
}
