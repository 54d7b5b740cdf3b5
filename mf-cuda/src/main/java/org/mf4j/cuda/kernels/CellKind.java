package org.mf4j.cuda.kernels;

/**
 * The cell that kernels are compiled for.
 *
 * @param name Euler, Exact or Leaky, as in cell.cuh
 * @param rescale whether g is a sigmoid of the pre-activation
 */
public record CellKind(String name, boolean rescale) {
  int rescaleFlag() {
    return rescale ? 1 : 0;
  }
}
