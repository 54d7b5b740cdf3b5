package org.mf4j.engine;

import java.util.HashMap;
import java.util.Map;
import org.mf4j.cells.RecurrentCell;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Reads the learned constants of a cell out of a layer's parameters. */
public final class Constants {
  private Constants() {}

  /**
   * The learned constants as numbers.
   *
   * @param cell the cell
   * @param params the parameters of the layer
   * @return name of the constant to its free values; empty if nothing is learned
   */
  public static Map<String, double[]> of(RecurrentCell cell, Map<String, INDArray> params) {
    Map<String, double[]> constants = new HashMap<>();
    for (String name : cell.freeConstants().keySet()) {
      constants.put(name, params.get(name).dup().data().asDouble());
    }
    return constants;
  }
}
