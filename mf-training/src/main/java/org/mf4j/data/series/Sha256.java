package org.mf4j.data.series;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 digests, so that a result can name the data that it was computed from. */
public final class Sha256 {
  private Sha256() {}

  /**
   * The digest of a text in UTF-8.
   *
   * @param text the text
   * @return 32 bytes
   */
  public static byte[] of(String text) {
    return algorithm().digest(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The digest of a file's bytes, as {@code sha256sum} prints it.
   *
   * @param file the file
   * @return 64 hexadecimal digits
   * @throws IOException if the file cannot be read
   */
  public static String of(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return digest(in::transferTo);
    }
  }

  /**
   * The digest of generated series: for each its number of channels and steps (32-bit), its values
   * channel by channel and its target (64-bit IEEE 754), all big-endian.
   *
   * @param set the series
   * @return 64 hexadecimal digits
   */
  public static String of(SeriesSet set) {
    try {
      return digest(out -> write(set, new DataOutputStream(out)));
    } catch (IOException e) {
      throw new UncheckedIOException("a digest does no input or output", e);
    }
  }

  private static void write(SeriesSet set, DataOutputStream out) throws IOException {
    for (Series series : set.series()) {
      out.writeInt(series.channels().length);
      out.writeInt(series.length());
      for (double[] channel : series.channels()) {
        for (double value : channel) {
          out.writeDouble(value);
        }
      }
      out.writeDouble(series.target());
    }
  }

  private static String digest(Source source) throws IOException {
    MessageDigest digest = algorithm();
    try (OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
      source.writeTo(out);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /**
   * The algorithm itself, for whoever digests what it reads anyway.
   *
   * @return a new digest of no bytes
   */
  public static MessageDigest algorithm() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Something that can write itself out. */
  private interface Source {
    void writeTo(OutputStream out) throws IOException;
  }
}
