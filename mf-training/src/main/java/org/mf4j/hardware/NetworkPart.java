package org.mf4j.hardware;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.misc.ElementWiseMultiplicationLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayerWithBackprop;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.conf.layers.wrapper.BaseWrapperLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.params.BidirectionalParamInitializer;
import org.mf4j.layers.RecurrentStack;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A layer with weights, found inside of its wrappers.
 *
 * @param prefix what the names of its parameters follow in the network
 * @param layer its configuration
 */
record NetworkPart(String prefix, BaseLayer layer) {
  /** All parts; element-wise factors, which scale features, are no matrix. */
  static List<NetworkPart> of(List<Layer> layers) {
    List<NetworkPart> parts = new ArrayList<>();
    for (int i = 0; i < layers.size(); i++) {
      collect(layers.get(i), i + "_", parts);
    }
    return parts;
  }

  private static void collect(Layer layer, String prefix, List<NetworkPart> parts) {
    if (layer instanceof FrozenLayer frozen) {
      collect(frozen.getLayer(), prefix, parts);
    } else if (layer instanceof FrozenLayerWithBackprop frozen) {
      collect(frozen.getUnderlying(), prefix, parts);
    } else if (layer instanceof BaseWrapperLayer wrapper) {
      collect(wrapper.getUnderlying(), prefix, parts);
    } else if (layer instanceof Bidirectional both) {
      collect(both.getFwd(), prefix + BidirectionalParamInitializer.FORWARD_PREFIX, parts);
      collect(both.getBwd(), prefix + BidirectionalParamInitializer.BACKWARD_PREFIX, parts);
    } else if (layer instanceof RecurrentStack stack) {
      for (int i = 0; i < stack.getLayers().size(); i++) {
        collect(stack.getLayers().get(i), prefix + i, parts);
      }
    } else if (layer instanceof BaseLayer base && !isElementWise(layer)) {
      parts.add(new NetworkPart(prefix, base));
    }
  }

  private static boolean isElementWise(Layer layer) {
    return layer instanceof ElementWiseMultiplicationLayer;
  }

  /** Weight matrices and biases by their names in the layer: views of the network's. */
  Map<String, INDArray> parameters(MultiLayerNetwork network) {
    Map<String, INDArray> all = weights(network);
    layer.initializer().biasKeys(layer).forEach(key -> all.put(key, parameter(network, key)));
    return all;
  }

  /** Weight matrices by their names in the layer: views of the network's. */
  Map<String, INDArray> weights(MultiLayerNetwork network) {
    Map<String, INDArray> all = new LinkedHashMap<>();
    layer.initializer().weightKeys(layer).forEach(key -> all.put(key, parameter(network, key)));
    return all;
  }

  private INDArray parameter(MultiLayerNetwork network, String key) {
    return network.getParam(prefix + key);
  }
}
