package org.mf4j.hardware;

import java.util.Map;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.mf4j.dynamics.PhysicalConstant;
import org.mf4j.layers.MemristorRnn;
import org.mf4j.options.Require;
import org.mf4j.random.SeededRandom;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Neurons that never conduct: every one is dead with the same probability, and its state is 0 from
 * then on. All weights into a dead neuron are 0, and so is its bias; a memristor's K_p0 becomes so
 * small that no state of single precision is above 0 (with gates, which have a floor, none above
 * 1e-36). Of DL4J's layers it is 0 if their activation is 0 at 0, as tanh is. Concerns recurrent
 * layers.
 *
 * @param share the probability, in [0, 1]
 */
public record DeadNeurons(double share) implements LayerNonideality {
  /**
   * The share is a probability.
   *
   * @throws IllegalArgumentException if it is not in [0, 1]
   */
  public DeadNeurons {
    Require.probability("share", share);
  }

  @Override
  public void deviate(BaseLayer layer, Map<String, INDArray> parameters, SeededRandom random) {
    if (!(layer instanceof BaseRecurrentLayer recurrent)) {
      return;
    }
    int neurons = (int) recurrent.getNOut();
    int[] dead =
        IntStream.range(0, neurons).filter(neuron -> random.nextDouble() < share).toArray();
    parameters.values().forEach(values -> silence(values, dead, neurons));
    if (dead.length > 0 && layer instanceof MemristorRnn memristors) {
      double[] kp0 = Spread.perNeuron(memristors, PhysicalConstant.KP0);
      for (int neuron : dead) {
        kp0[neuron] = Double.MIN_VALUE;
      }
      memristors.setDynamics(memristors.getDynamics().withKp0(kp0));
    }
  }

  /** A neuron with several pre-activations has a column in each of as many blocks. */
  private static void silence(INDArray values, int[] dead, int neurons) {
    INDArray matrix = values.rank() == 1 ? values.reshape(1, values.length()) : values;
    for (long first = 0; first + neurons <= matrix.columns(); first += neurons) {
      for (int neuron : dead) {
        matrix.getColumn(first + neuron).assign(0);
      }
    }
  }
}
