package org.mf4j.networks;

import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayerWithBackprop;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.conf.layers.wrapper.BaseWrapperLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/** Layers that training leaves as they are, and how they become trainable again. */
public final class FrozenLayers {
  private FrozenLayers() {}

  /**
   * A network without frozen layers, wherever they were: outermost, or inside wrappers such as
   * {@code LastTimeStep} and {@code Bidirectional}.
   *
   * @param network any network; left as it is
   * @param optimiser that of all layers, which starts anew
   * @return a network of the same weights, which computes the same
   */
  public static MultiLayerNetwork unfreeze(MultiLayerNetwork network, Optimiser optimiser) {
    MultiLayerConfiguration configuration = network.getLayerWiseConfigurations().clone();
    for (int i = 0; i < network.getnLayers(); i++) {
      NeuralNetConfiguration conf = configuration.getConf(i);
      Layer layer = trainable(conf.getLayer());
      optimiser.applyTo(layer);
      conf.setLayer(layer);
      conf.clearVariables();
    }
    // The counters of epochs and iterations belong to the training that comes.
    configuration.setEpochCount(0);
    configuration.setIterationCount(0);
    MultiLayerNetwork unfrozen = new MultiLayerNetwork(configuration);
    unfrozen.init(network.params().dup(), false);
    return unfrozen;
  }

  private static Layer trainable(Layer layer) {
    if (layer instanceof FrozenLayer frozen) {
      return trainable(frozen.getLayer());
    }
    if (layer instanceof FrozenLayerWithBackprop frozen) {
      return trainable(frozen.getUnderlying());
    }
    if (layer instanceof BaseWrapperLayer wrapper) {
      wrapper.setUnderlying(trainable(wrapper.getUnderlying()));
    } else if (layer instanceof Bidirectional both) {
      both.setFwd(trainable(both.getFwd()));
      both.setBwd(trainable(both.getBwd()));
    }
    return layer;
  }
}
