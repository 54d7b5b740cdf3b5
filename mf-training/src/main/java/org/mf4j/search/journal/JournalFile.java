package org.mf4j.search.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;

/**
 * A file of lines of JSON below one line that says what run they are of. A line that was appended
 * is on the disk. Only what ends in a line feed counts: the end of a line that a killed process was
 * writing is cut off.
 */
public final class JournalFile implements AutoCloseable {
  private final FileChannel channel;
  private final List<String> lines;

  private JournalFile(FileChannel channel, List<String> lines) {
    this.channel = channel;
    this.lines = lines;
  }

  /**
   * Opens a journal, or begins it.
   *
   * @param file the journal
   * @param run what identifies the run: strings, numbers, and lists and maps of such
   * @param resume whether lines that are there are to be gone on with; otherwise the file must be
   *     new or empty
   * @return the journal, which nobody else can open meanwhile
   * @throws IOException if the file is the journal of another run, is no journal, is in use or
   *     cannot be written; the message is one sentence
   */
  public static JournalFile open(Path file, Map<String, Object> run, boolean resume)
      throws IOException {
    if (!resume && Files.exists(file) && Files.size(file) > 0) {
      throw new IOException(file + " exists; resume it (--resume) or name another file.");
    }
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      JournalLock.take(channel, file);
      return new JournalFile(channel, read(channel, file, run));
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static List<String> read(FileChannel channel, Path file, Map<String, Object> run)
      throws IOException {
    byte[] bytes = bytes(channel);
    int end = endOfLastLine(bytes);
    String header = JournalHeader.line(run);
    if (end == 0) {
      JournalHeader.requireStartOf(file, header, bytes);
      channel.truncate(0);
      write(channel, List.of(header));
      return List.of();
    }
    List<String> lines = new String(bytes, 0, end, StandardCharsets.UTF_8).lines().toList();
    JournalHeader.require(file, lines.get(0), run);
    // What a killed process was writing.
    channel.truncate(end);
    channel.position(end);
    return lines.subList(1, lines.size());
  }

  private static byte[] bytes(FileChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(channel.size()));
    while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
      // A channel may give less than was asked for.
    }
    return bytes.array();
  }

  private static int endOfLastLine(byte[] bytes) {
    int end = bytes.length;
    while (end > 0 && bytes[end - 1] != '\n') {
      end--;
    }
    return end;
  }

  /** {@return the lines that were there when the journal was opened, the first line left out} */
  public List<String> lines() {
    return lines;
  }

  /**
   * Writes lines to the disk.
   *
   * @param more JSON objects, one each
   * @throws IOException if they cannot be written
   */
  public synchronized void append(List<String> more) throws IOException {
    write(channel, more);
  }

  private static void write(FileChannel channel, List<String> lines) throws IOException {
    byte[] text = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes = ByteBuffer.wrap(text);
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    channel.force(false);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  /** Two runs must not write one journal. The lock goes with the channel or the process. */
  private static final class JournalLock {
    private JournalLock() {}

    static void take(FileChannel channel, Path file) throws IOException {
      if (!isFree(channel)) {
        throw new IOException(file + " is in use by another run; wait or name another file.");
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
}
