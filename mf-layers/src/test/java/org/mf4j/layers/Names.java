package org.mf4j.layers;

/** How error messages name the layers of the contract suite. */
final class Names {
  private Names() {}

  static String layer(LayerCase layerCase) {
    return layerCase.layer().getClass().getSimpleName();
  }
}
