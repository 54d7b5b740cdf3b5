package org.mf4j.search;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The seed of a trial: the first 64 bits of the SHA-256 of base seed, configuration and draw. */
final class TrialSeed {
  private TrialSeed() {}

  static long of(long base, Configuration configuration, int draw) {
    String text = base + "\n" + configuration.seedId() + "\n" + draw;
    byte[] digest = sha256().digest(text.getBytes(StandardCharsets.UTF_8));
    return ByteBuffer.wrap(digest).getLong();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
