package org.mf4j.training;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.Optional;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * What training in single precision needs to go on after an epoch as if it had not been
 * interrupted, beside the network as it was made, the examples and the options, which the caller
 * has again. Noise that a network draws in training is not in it: the draws are counted from where
 * the network is made.
 *
 * @param epochs how many are done
 * @param updates how many are done
 * @param lowest the lowest loss that patience has seen
 * @param waited how many epochs ago
 * @param weights {@code [1,P]}
 * @param updater what Adam remembers
 * @param best the best weights so far, where they are kept
 */
public record TrainingState(
    int epochs,
    int updates,
    double lowest,
    int waited,
    INDArray weights,
    INDArray updater,
    Optional<Best> best) {

  /**
   * The best weights so far.
   *
   * @param loss theirs
   * @param weights {@code [1,P]}
   */
  public record Best(double loss, INDArray weights) {}

  static TrainingState of(
      int epoch, MultiLayerNetwork network, Trainer.Patience patience, Trainer.BestWeights best) {
    return new TrainingState(
        epoch,
        network.getIterationCount(),
        patience.lowest(),
        patience.waited(),
        network.params().dup(),
        network.getUpdater().getStateViewArray().dup(),
        Optional.ofNullable(best).map(Trainer.BestWeights::state));
  }

  /** Puts it into a network as it was made and into a patience that has seen nothing. */
  void restore(MultiLayerNetwork network, Trainer.Patience patience) {
    network.params().assign(weights);
    network.getUpdater().getStateViewArray().assign(updater);
    MultiLayerConfiguration counts = network.getLayerWiseConfigurations();
    counts.setIterationCount(updates);
    counts.setEpochCount(epochs);
    patience.restore(lowest, waited);
  }

  /**
   * Writes it.
   *
   * @param out takes it
   * @throws IOException if that fails
   */
  public void write(DataOutputStream out) throws IOException {
    out.writeInt(epochs);
    out.writeInt(updates);
    out.writeDouble(lowest);
    out.writeInt(waited);
    write(weights, out);
    write(updater, out);
    out.writeBoolean(best.isPresent());
    if (best.isPresent()) {
      out.writeDouble(best.get().loss());
      write(best.get().weights(), out);
    }
  }

  /**
   * Reads it.
   *
   * @param in where it was written to
   * @return the state
   * @throws IOException if it is not there as a whole, or damaged
   */
  public static TrainingState read(DataInputStream in) throws IOException {
    return new TrainingState(
        in.readInt(),
        in.readInt(),
        in.readDouble(),
        in.readInt(),
        readArray(in),
        readArray(in),
        in.readBoolean()
            ? Optional.of(new Best(in.readDouble(), readArray(in)))
            : Optional.empty());
  }

  private static void write(INDArray array, DataOutputStream out) throws IOException {
    float[] values = array.dup().data().asFloat();
    out.writeInt(values.length);
    for (float value : values) {
      out.writeFloat(value);
    }
  }

  /** Grows with what is there, not with what a damaged length announces. */
  private static INDArray readArray(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 1 || length > Integer.MAX_VALUE / Float.BYTES) {
      throw new IOException("an array of " + length + " numbers is none of a network");
    }
    byte[] bytes = in.readNBytes(length * Float.BYTES);
    if (bytes.length < length * Float.BYTES) {
      throw new EOFException("an array of " + length + " numbers ends early");
    }
    FloatBuffer values = ByteBuffer.wrap(bytes).asFloatBuffer();
    float[] array = new float[values.remaining()];
    values.get(array);
    return Nd4j.create(array, new long[] {1, array.length}, DataType.FLOAT);
  }
}
