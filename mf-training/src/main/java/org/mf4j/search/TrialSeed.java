package org.mf4j.search;

import java.nio.ByteBuffer;
import org.mf4j.data.series.Sha256;

/** The seed of a trial: the first 64 bits of the SHA-256 of base seed, configuration and draw. */
final class TrialSeed {
  private TrialSeed() {}

  static long of(long base, Configuration configuration, int draw) {
    String text = base + "\n" + configuration.seedId() + "\n" + draw;
    return ByteBuffer.wrap(Sha256.of(text)).getLong();
  }
}
