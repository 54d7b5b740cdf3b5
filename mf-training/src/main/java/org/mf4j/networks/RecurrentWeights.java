package org.mf4j.networks;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The weights of a recurrent layer, in the row-vector convention u = x W + h RW + b.
 *
 * @param input W {@code [nIn][N]}, or k N columns where a neuron has k pre-activations
 * @param recurrent RW {@code [N][N]}, likewise
 * @param bias b {@code [1][N]}, likewise
 */
// Bulk numbers stay in arrays; weights are compared by reference.
@SuppressWarnings("ArrayRecordComponent")
public record RecurrentWeights(double[][] input, double[][] recurrent, double[][] bias) {

  /**
   * The same weights with other biases.
   *
   * @param more what is added to every bias
   * @return new weights
   */
  public RecurrentWeights plusBias(double more) {
    double[] sums = Arrays.stream(bias[0]).map(b -> b + more).toArray();
    return new RecurrentWeights(input, recurrent, new double[][] {sums});
  }

  /**
   * The weights of neurons with several pre-activations.
   *
   * @param blocks the weights of each pre-activation of all neurons, at least one
   * @return their columns, block by block
   */
  public static RecurrentWeights beside(List<RecurrentWeights> blocks) {
    return new RecurrentWeights(
        beside(blocks, RecurrentWeights::input),
        beside(blocks, RecurrentWeights::recurrent),
        beside(blocks, RecurrentWeights::bias));
  }

  private static double[][] beside(
      List<RecurrentWeights> blocks, Function<RecurrentWeights, double[][]> part) {
    double[][] rows = new double[part.apply(blocks.get(0)).length][];
    Arrays.setAll(
        rows,
        i ->
            blocks.stream()
                .flatMapToDouble(block -> Arrays.stream(part.apply(block)[i]))
                .toArray());
    return rows;
  }

  /**
   * Copies the weights into a layer of a network.
   *
   * @param network the network
   * @param prefix what the names {@code "W"}, {@code "RW"} and {@code "b"} of the layer's
   *     parameters, which have these shapes, follow in the network: {@code "0_"}, or {@code "0_1"}
   *     for the second layer of a stack
   */
  void copyTo(MultiLayerNetwork network, String prefix) {
    network.setParam(prefix + "W", Nd4j.create(input));
    network.setParam(prefix + "RW", Nd4j.create(recurrent));
    network.setParam(prefix + "b", Nd4j.create(bias));
  }
}
