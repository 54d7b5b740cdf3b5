package org.mf4j.hardware;

import org.mf4j.random.SeededRandom;

/** Generators by names, so that what is drawn for one purpose does not depend on any other. */
final class Streams {
  private Streams() {}

  /** The name is mixed into the seed letter by letter. */
  static SeededRandom of(long seed, String name) {
    long mixed = seed;
    for (int i = 0; i < name.length(); i++) {
      mixed = new SeededRandom(mixed ^ name.charAt(i)).nextLong();
    }
    return new SeededRandom(mixed);
  }
}
