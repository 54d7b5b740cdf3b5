package org.mf4j.hardware;

import java.util.List;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.mf4j.dynamics.stochastic.Conductance;
import org.mf4j.dynamics.stochastic.StochasticDevice;
import org.mf4j.random.SeededRandom;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Hardware that a network is put on. Every weight is a pair of devices, w = (G+ - G-) / scale, G in
 * [G_min, G_max], the largest |w| of an array at the full range (as in IBM's aihwkit, CrossSim and
 * MemTorch); what happens to devices and layers happens in the order of the list. Biases and
 * element-wise factors are digital.
 *
 * <pre>
 *   HardwareModel chip = HardwareModel.of(seed, new Levels(4), new ProgrammingNoise(0.02), new ReadNoise(0.01));
 *   MultiLayerNetwork deviating = chip.apply(network);
 * </pre>
 *
 * <p>What is drawn depends on the seed, the kind of the non-ideality and the name of the array
 * alone, so one more non-ideality leaves the others as they were.
 *
 * @param nonidealities in the order in which they happen, each kind at most once
 * @param placement which layers are made of devices
 * @param conductance G_min and G_max of the devices that hold weights
 * @param seed decides every random number: another seed is another chip
 */
public record HardwareModel(
    List<Nonideality> nonidealities, Placement placement, Conductance conductance, long seed) {
  /**
   * Every kind is there once.
   *
   * @throws IllegalArgumentException if a kind is there twice
   */
  public HardwareModel {
    nonidealities = List.copyOf(nonidealities);
    if (nonidealities.stream().map(Object::getClass).distinct().count() < nonidealities.size()) {
      throw new IllegalArgumentException(
          "nonidealities = " + nonidealities + ": must hold each kind at most once");
    }
  }

  /**
   * Hardware with every layer on devices of the silver nanowire network: G from 1.4558e-7 S to
   * 6.8580e-5 S.
   *
   * @param seed decides every random number
   * @param nonidealities in the order in which they happen, each kind at most once
   * @return the model
   * @throws IllegalArgumentException if a kind is there twice
   */
  public static HardwareModel of(long seed, Nonideality... nonidealities) {
    return new HardwareModel(
        List.of(nonidealities),
        Placement.EVERYTHING,
        StochasticDevice.silverNanowireNetwork(seed).conductance(),
        seed);
  }

  /** {@return hardware without a deviation: the copy has the bits of the network} */
  public static HardwareModel none() {
    return of(0);
  }

  /**
   * The same hardware with other layers on devices.
   *
   * @param other which layers
   * @return the changed copy
   */
  public HardwareModel on(Placement other) {
    return new HardwareModel(nonidealities, other, conductance, seed);
  }

  /**
   * The same hardware made of other devices.
   *
   * @param range G_min and G_max in siemens
   * @return the changed copy
   */
  public HardwareModel with(Conductance range) {
    return new HardwareModel(nonidealities, placement, range, seed);
  }

  /**
   * Puts a network on this hardware.
   *
   * @param network any network of this library, or of DL4J's feed-forward and recurrent layers;
   *     left as it is
   * @return a deviating copy, an ordinary network, whose updaters start anew
   * @throws IllegalArgumentException if a constant that deviates is learned by its layer
   */
  public MultiLayerNetwork apply(MultiLayerNetwork network) {
    // A clone of the configuration would share what DL4J's wrappers hold.
    MultiLayerConfiguration configuration =
        MultiLayerConfiguration.fromJson(network.getLayerWiseConfigurations().toJson());
    MultiLayerNetwork weights = initialised(configuration.clone(), network.params().dup());
    List<NetworkPart> parts =
        NetworkPart.of(
                IntStream.range(0, network.getnLayers())
                    .mapToObj(i -> configuration.getConf(i).getLayer())
                    .toList())
            .stream()
            .filter(part -> placement.includes(part.layer()))
            .toList();
    parts.forEach(part -> deviate(part, weights));
    return initialised(configuration, weights.params());
  }

  private static MultiLayerNetwork initialised(
      MultiLayerConfiguration configuration, INDArray parameters) {
    configuration.getConfs().forEach(conf -> conf.clearVariables());
    MultiLayerNetwork network = new MultiLayerNetwork(configuration);
    network.init(parameters, false);
    return network;
  }

  private void deviate(NetworkPart part, MultiLayerNetwork network) {
    part.weights(network).forEach((key, values) -> deviate(part.prefix() + key, values));
    for (Nonideality one : nonidealities) {
      if (one instanceof LayerNonideality layer) {
        layer.deviate(part.layer(), part.parameters(network), random(one, part.prefix()));
      }
    }
  }

  /** Weights on which nothing happens keep their bits. */
  private void deviate(String name, INDArray weights) {
    List<DeviceNonideality> all =
        nonidealities.stream()
            .filter(DeviceNonideality.class::isInstance)
            .map(DeviceNonideality.class::cast)
            .toList();
    if (all.isEmpty()) {
      return;
    }
    DifferentialPairs pairs = DifferentialPairs.of(weights.dup('c').data().asDouble());
    all.forEach(one -> pairs.deviate(one, conductance, random(one, name)));
    weights.assign(Nd4j.createFromArray(pairs.weights()).reshape('c', weights.shape()));
  }

  private SeededRandom random(Nonideality one, String name) {
    return Streams.of(seed, one.getClass().getSimpleName() + " of " + name);
  }
}
