package org.mf4j.data.text;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Finds the encoding of a file: that of its byte order mark; UTF-16 where every other byte of its
 * beginning is zero; UTF-8 where all of it is valid; else Windows-1252, the western European one of
 * spreadsheets, where two different letters never become one.
 */
final class TextEncoding {
  private static final Charset WESTERN = Charset.forName("windows-1252");
  private static final int BEGINNING = 64;
  private static final int BUFFER = 1 << 13;

  private TextEncoding() {}

  /** The encoding; UTF-8 for what is no regular file, which cannot be read twice. */
  static Charset of(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return StandardCharsets.UTF_8;
    }
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      in.mark(BEGINNING);
      byte[] beginning = in.readNBytes(BEGINNING);
      in.reset();
      Charset wide = utf16(beginning);
      if (wide != null) {
        return wide;
      }
      return isCompressed(beginning) || isUtf8(in) ? StandardCharsets.UTF_8 : WESTERN;
    }
  }

  static boolean isGuessed(Charset charset) {
    return charset.equals(WESTERN);
  }

  private static Charset utf16(byte[] beginning) {
    int zerosAtEven = 0;
    int zerosAtOdd = 0;
    for (int i = 0; i < beginning.length; i++) {
      zerosAtEven += beginning[i] == 0 && i % 2 == 0 ? 1 : 0;
      zerosAtOdd += beginning[i] == 0 && i % 2 == 1 ? 1 : 0;
    }
    if (startsWith(beginning, 0xFF, 0xFE) || isMost(zerosAtOdd, zerosAtEven, beginning.length)) {
      return StandardCharsets.UTF_16LE;
    }
    return startsWith(beginning, 0xFE, 0xFF) || isMost(zerosAtEven, zerosAtOdd, beginning.length)
        ? StandardCharsets.UTF_16BE
        : null;
  }

  private static boolean isMost(int zeros, int otherZeros, int length) {
    return length >= 2 && otherZeros == 0 && zeros > length / 4;
  }

  /** It is told from a text by its first line, which must not become other letters before. */
  private static boolean isCompressed(byte[] beginning) {
    return startsWith(beginning, 0x1F, 0x8B) || startsWith(beginning, 'P', 'K', 3, 4);
  }

  private static boolean startsWith(byte[] beginning, int... bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (i >= beginning.length || (beginning[i] & 0xFF) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean isUtf8(InputStream in) throws IOException {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
    CharBuffer chars = CharBuffer.allocate(BUFFER);
    int count = 0;
    while (count >= 0) {
      count = in.read(bytes.array(), bytes.position(), bytes.remaining());
      bytes.limit(bytes.position() + Math.max(0, count)).position(0);
      if (decoder.decode(bytes, chars.clear(), count < 0).isError()) {
        return false;
      }
      bytes.compact();
    }
    return true;
  }
}
