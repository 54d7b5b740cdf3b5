package org.mf4j.networks;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.layers.RecurrentLayer;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.layers.wrapper.BaseWrapperLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.mf4j.layers.CellRnn;
import org.mf4j.layers.InputViews;
import org.mf4j.layers.RecurrentStack;
import org.mf4j.layers.StateSummary;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Where streams stand in a network: all that {@code rnnTimeStep} goes on from, of every layer, so
 * that one network follows many streams in turn, and a stream goes on in another process. Bytes of
 * it hold per stream 8 (n D + N + M N) at most, for n channels of which D steps are remembered, N
 * neurons and M numbers of the summaries per neuron. (DL4J's {@code rnnClearPreviousState} does not
 * reach into frozen layers, and its {@code rnnGetPreviousState} passes by summaries.)
 *
 * @param layers the states of every layer by their names; empty where there was no step yet
 */
public record StreamState(List<Map<String, INDArray>> layers) {
  /** Before the first step. */
  public static final StreamState START = new StreamState(List.of());

  /** The maps are copies in the order of their names. */
  public StreamState {
    layers = layers.stream().<Map<String, INDArray>>map(TreeMap::new).toList();
  }

  /**
   * Takes it from a network.
   *
   * @param network whose {@code rnnTimeStep} was called
   * @return copies
   */
  public static StreamState of(MultiLayerNetwork network) {
    List<Map<String, INDArray>> layers = new ArrayList<>();
    for (Layer layer : network.getLayers()) {
      layers.add(recurrent(layer).map(RecurrentLayer::rnnGetPreviousState).orElse(Map.of()));
    }
    return new StreamState(layers);
  }

  /**
   * Lets a network go on from here.
   *
   * @param network the one that it was taken from, or its like
   * @throws IllegalArgumentException if the network has other layers
   */
  public void putInto(MultiLayerNetwork network) {
    Layer[] all = network.getLayers();
    if (!layers.isEmpty() && layers.size() != all.length) {
      throw new IllegalArgumentException(
          "state: of %d layers; the network has %d".formatted(layers.size(), all.length));
    }
    for (int i = 0; i < all.length; i++) {
      Map<String, INDArray> states = layers.isEmpty() ? Map.of() : layers.get(i);
      recurrent(all[i]).ifPresent(layer -> put(states, layer));
    }
  }

  private static void put(Map<String, INDArray> states, RecurrentLayer layer) {
    layer.rnnClearPreviousState();
    if (!states.isEmpty()) {
      layer.rnnSetPreviousState(states);
    }
  }

  /** The outermost layer that keeps a state, without what freezes it. */
  private static Optional<RecurrentLayer> recurrent(Layer layer) {
    Layer one = layer;
    while (!(one instanceof RecurrentLayer) && one instanceof BaseWrapperLayer wrapper) {
      one = wrapper.getUnderlying();
    }
    return one instanceof RecurrentLayer recurrent ? Optional.of(recurrent) : Optional.empty();
  }

  /**
   * Checks that a network follows a stream from here or from there alike.
   *
   * @param network any
   * @throws IllegalArgumentException if it reads a series backwards or needs to know its end, or
   *     its neurons are noisy: the noise of a step depends on all that a network was shown
   */
  public static void requireStreamable(MultiLayerNetwork network) {
    network
        .getLayerWiseConfigurations()
        .getConfs()
        .forEach(layer -> requireStreamable(layer.getLayer()));
  }

  private static void requireStreamable(org.deeplearning4j.nn.conf.layers.Layer layer) {
    if (layer instanceof FrozenLayer frozen) {
      requireStreamable(frozen.getLayer());
    } else if (layer instanceof StateSummary summary) {
      try {
        summary.getOptions().requireStreamable();
      } catch (IllegalStateException e) {
        throw new IllegalArgumentException("model: cannot follow a stream: " + e.getMessage(), e);
      }
      requireStreamable(summary.getUnderlying());
    } else if (layer instanceof RecurrentStack stack) {
      stack.getLayers().forEach(StreamState::requireStreamable);
    } else if (layer instanceof CellRnn rnn && !rnn.cell().noise().isNone()) {
      throw new IllegalArgumentException(
          "model: cannot follow a stream that is cut: its neurons are noisy; set noise = 0");
    } else if (!(layer instanceof InputViews
        || layer instanceof BaseRecurrentLayer
        || layer instanceof FeedForwardLayer)) {
      throw new IllegalArgumentException(
          "model: cannot follow a stream: a layer %s reads series as a whole"
              .formatted(layer.getClass().getSimpleName()));
    }
  }

  /** {@return it as bytes, which {@link #of(byte[])} reads on any machine} */
  public byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(layers.size());
      for (Map<String, INDArray> states : layers) {
        out.writeInt(states.size());
        for (Map.Entry<String, INDArray> state : states.entrySet()) {
          out.writeUTF(state.getKey());
          Nd4j.write(state.getValue().dup('c'), out);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * Reads what {@link #bytes} wrote.
   *
   * @param bytes all of them
   * @return the state
   * @throws IllegalArgumentException if there are fewer
   */
  public static StreamState of(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      List<Map<String, INDArray>> layers = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        Map<String, INDArray> states = new TreeMap<>();
        for (int more = in.readInt(); more > 0; more--) {
          states.put(in.readUTF(), Nd4j.read(in));
        }
        layers.add(states);
      }
      return new StreamState(layers);
    } catch (IOException e) {
      throw new IllegalArgumentException("state: its bytes are cut off", e);
    }
  }
}
