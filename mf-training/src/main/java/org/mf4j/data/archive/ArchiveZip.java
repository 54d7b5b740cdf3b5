package org.mf4j.data.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Takes the {@code .ts} files out of a zip that nobody vouches for. Their names decide where they
 * go, never their paths, and sizes are counted while unpacking, since what a zip says about itself
 * may be wrong.
 */
final class ArchiveZip {
  private static final Pattern DATA_FILE = Pattern.compile("[A-Za-z0-9_-]+_(TRAIN|TEST)\\.ts");

  private final DownloadLimits limits;
  private long left;

  private ArchiveZip(DownloadLimits limits) {
    this.limits = limits;
    this.left = limits.unpackedBytes();
  }

  /**
   * Unpacks.
   *
   * @throws IOException if the zip is damaged, too large or has a path that leads out of it; the
   *     message is a reason for the middle of a sentence
   */
  static void unpack(Path zip, Path folder, DownloadLimits limits) throws IOException {
    try {
      new ArchiveZip(limits).unpack(zip, folder);
    } catch (ZipException e) {
      throw new IOException("the zip is damaged or incomplete: " + e.getMessage(), e);
    }
  }

  private void unpack(Path zip, Path folder) throws IOException {
    try (ZipFile file = new ZipFile(zip.toFile())) {
      if (file.size() > limits.entries()) {
        throw new IOException("the zip has more than " + limits.entries() + " entries");
      }
      List<? extends ZipEntry> entries = file.stream().toList();
      for (ZipEntry entry : entries) {
        refuseEscape(entry.getName());
      }
      for (ZipEntry entry : entries) {
        String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
        if (DATA_FILE.matcher(name).matches()) {
          unpack(file, entry, folder.resolve(name));
        }
      }
    }
  }

  private static void refuseEscape(String name) throws IOException {
    String path = name.replace('\\', '/');
    boolean absolute = path.startsWith("/") || path.matches("[A-Za-z]:.*");
    if (absolute || List.of(path.split("/")).contains("..")) {
      throw new IOException("the zip is malicious: it has a file outside its folder");
    }
  }

  private void unpack(ZipFile zip, ZipEntry entry, Path target) throws IOException {
    target.toFile().deleteOnExit();
    CRC32 checksum = new CRC32();
    try (InputStream in = new CheckedInputStream(zip.getInputStream(entry), checksum);
        OutputStream out = Files.newOutputStream(target, StandardOpenOption.CREATE_NEW)) {
      copy(in, out);
    } catch (FileAlreadyExistsException e) {
      throw new IOException("the zip has " + target.getFileName() + " twice", e);
    }
    // ZipFile leaves this check to its callers.
    if (checksum.getValue() != entry.getCrc()) {
      throw new ZipException(target.getFileName() + " has a wrong checksum");
    }
  }

  private void copy(InputStream in, OutputStream out) throws IOException {
    byte[] buffer = new byte[1 << 16];
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      left -= n;
      if (left < 0) {
        throw new IOException("the zip unpacks to more than " + limits.unpackedBytes() + " bytes");
      }
      out.write(buffer, 0, n);
    }
  }
}
