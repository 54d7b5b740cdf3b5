package org.mf4j.networks;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.misc.ElementWiseMultiplicationLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.mf4j.engine.Workers;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Some of a network's layers, run forward to predict. Where Deeplearning4j's {@code feedForward}
 * keeps what every layer emits until Java's collector finds it, and runs small layers on one
 * thread, what lies in between is closed at once here, and all processors share the rows that are
 * clipped and squashed.
 *
 * @param network the network
 * @param from the first layer
 * @param to the layer behind the last
 */
public record LayerRun(MultiLayerNetwork network, int from, int to) {
  /** Rows per task: as many as stay in the cache. */
  private static final int CHUNK = 16;

  /**
   * Runs them.
   *
   * @param x what the first of them takes, one row per example; left as it is
   * @param mask {@code [B,T]} of the series, null for none; only where {@code from} is 0
   * @return what the last of them emits; see {@link #read} for closing it
   */
  public INDArray of(INDArray x, INDArray mask) {
    int scaled = from;
    while (scaled < to && !(isElementWise(network, scaled) && isWithoutPreProcessors())) {
      scaled++;
    }
    int behind = scaled;
    while (behind < to && isElementWise(network, behind)) {
      behind++;
    }
    INDArray seen = from == 0 ? fromStart(x, mask, scaled) : onward(x, from, scaled, x);
    INDArray features =
        scaled < behind ? elementWise(seen, !isApart(seen, x), scaled, behind) : seen;
    return onward(features, behind, to, x);
  }

  /**
   * Runs them, and closes what they emit once it was read.
   *
   * @param x as above
   * @param mask as above
   * @param reader gets what the last of them emits, to be read at once
   */
  public void read(INDArray x, INDArray mask, Consumer<INDArray> reader) {
    INDArray emitted = of(x, mask);
    reader.accept(emitted);
    closeUnlessShared(emitted, x);
  }

  private static void closeUnlessShared(INDArray some, INDArray... others) {
    if (some.closeable() && Stream.of(others).allMatch(other -> isApart(some, other))) {
      some.close();
    }
  }

  /** They would change what stands between two layers. */
  private boolean isWithoutPreProcessors() {
    return network.getLayerWiseConfigurations().getInputPreProcessors().isEmpty();
  }

  /** Masks find their way through the layers. */
  private INDArray fromStart(INDArray x, INDArray mask, int end) {
    if (end == 0) {
      return x;
    }
    network.setLayerMaskArrays(mask, null);
    try {
      List<INDArray> all = network.feedForwardToLayer(end - 1, x, false);
      INDArray last = all.get(end);
      all.forEach(some -> closeUnlessShared(some, x, last));
      return last;
    } finally {
      network.clearLayerMaskArrays();
    }
  }

  private INDArray onward(INDArray x, int start, int end, INDArray given) {
    INDArray now = x;
    for (int i = start; i < end; i++) {
      INDArray next = network.getLayer(i).activate(now, false, LayerWorkspaceMgr.noWorkspaces());
      closeUnlessShared(now, given, next);
      now = next;
    }
    return now;
  }

  /** Views share their numbers with what they are views of. */
  private static boolean isApart(INDArray some, INDArray other) {
    return some.data().pointer().address() != other.data().pointer().address();
  }

  /** What Deeplearning4j's layers make of them, all of them one after the other in the cache. */
  private INDArray elementWise(INDArray x, boolean isGiven, int start, int end) {
    INDArray all =
        isGiven ? Nd4j.createUninitializedDetached(x.dataType(), 'c', x.size(0), x.size(1)) : x;
    Workers.runParts(
        (int) x.size(0),
        CHUNK,
        (first, behind) -> {
          INDArray rows = all.get(NDArrayIndex.interval(first, behind), NDArrayIndex.all());
          if (isGiven) {
            rows.assign(x.get(NDArrayIndex.interval(first, behind), NDArrayIndex.all()));
          }
          for (int i = start; i < end; i++) {
            rows.muliRowVector(network.getParam(i + "_W"))
                .addiRowVector(network.getParam(i + "_b"));
            INDArray y = elementWise(network, i).getActivationFn().getActivation(rows, false);
            if (y != rows) {
              rows.assign(y);
            }
          }
        });
    return all;
  }

  static boolean isElementWise(MultiLayerNetwork network, int layer) {
    return elementWise(network, layer) != null;
  }

  private static ElementWiseMultiplicationLayer elementWise(MultiLayerNetwork network, int index) {
    Layer layer = network.getLayer(index).conf().getLayer();
    Layer inner = layer instanceof FrozenLayer frozen ? frozen.getLayer() : layer;
    return inner instanceof ElementWiseMultiplicationLayer found ? found : null;
  }
}
