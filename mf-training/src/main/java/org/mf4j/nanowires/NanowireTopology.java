package org.mf4j.nanowires;

import org.mf4j.random.SeededRandom;

/** How the nodes of a network of nanowires are placed and joined. */
@FunctionalInterface
public interface NanowireTopology {
  /**
   * Draws a network.
   *
   * @param random decides everything
   * @return the network
   */
  NanowireGraph draw(SeededRandom random);
}
