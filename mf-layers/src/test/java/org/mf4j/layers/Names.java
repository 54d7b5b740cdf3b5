package org.mf4j.layers;

/** How messages name a layer. */
final class Names {
  private Names() {}

  static String layer(LayerCase layerCase) {
    return layerCase.layer() instanceof LeakyRnn ? "LeakyRnn" : "MemristiveRnn";
  }
}
