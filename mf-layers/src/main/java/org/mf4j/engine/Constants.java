package org.mf4j.engine;

import java.util.HashMap;
import java.util.Map;
import org.mf4j.cells.RecurrentCell;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The learned constants of a cell among a layer's parameters. */
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

  /**
   * Puts the gradients of learned constants where they belong.
   *
   * @param values name of the constant to dL/d(free values)
   * @param gradients takes them, by the names and in the shapes of the parameters
   */
  public static void store(Map<String, double[]> values, Map<String, INDArray> gradients) {
    values.forEach(
        (name, ofConstant) -> {
          INDArray gradient = gradients.get(name);
          gradient.assign(Nd4j.createFromArray(ofConstant).reshape(gradient.shape()));
        });
  }
}
