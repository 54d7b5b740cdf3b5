package org.mf4j.networks;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.deeplearning4j.datasets.iterator.ExistingDataSetIterator;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;

/**
 * Series as they stand behind the recurrent layer of a {@link SeriesNetwork}, before their features
 * are clipped and squashed. Few are kept: their ranges are found and a readout is solved with one
 * run through the reservoir, which is most of the cost. Many run through again for each.
 *
 * @param network the network, with its recurrent weights
 * @param layer the index of the layer that takes the examples: 0 where they are series
 * @param examples of the features that this layer takes, and labels
 */
public record SummarisedSet(MultiLayerNetwork network, int layer, DataSetIterator examples) {
  /** 128 MiB. */
  private static final long KEPT_NUMBERS = 1L << 25;

  /**
   * Runs series through the recurrent layer, if there is room for what it emits.
   *
   * @param network the network, with its recurrent weights
   * @param series with masks where lengths differ; read once from the start
   * @param count how many there are
   * @return the features if they are at most 2<sup>25</sup> numbers, the series otherwise
   */
  public static SummarisedSet of(MultiLayerNetwork network, DataSetIterator series, long count) {
    SummarisedSet passing = new SummarisedSet(network, 0, series);
    if (count * network.layerInputSize(network.getnLayers() - 1) > KEPT_NUMBERS) {
      return passing;
    }
    return kept(passing);
  }

  /**
   * Runs series through the recurrent layer and keeps what it emits, for whoever has found the room
   * for it.
   *
   * @param network the network, with its recurrent weights
   * @param series with masks where lengths differ; read once from the start
   * @return the features, in batches like those of the series
   */
  public static SummarisedSet kept(MultiLayerNetwork network, DataSetIterator series) {
    return kept(new SummarisedSet(network, 0, series));
  }

  private static SummarisedSet kept(SummarisedSet passing) {
    List<DataSet> kept = new ArrayList<>();
    int layer = layerBehind(passing.network);
    LayerRun summaries = new LayerRun(passing.network, 0, layer);
    passing.forEach(
        batch ->
            kept.add(
                new DataSet(
                    summaries.of(batch.getFeatures(), batch.getFeaturesMaskArray()),
                    batch.getLabels())));
    return new SummarisedSet(passing.network, layer, new ExistingDataSetIterator(kept));
  }

  /** Gives what the recurrent layer makes of every batch, from the start, to be read at once. */
  void forEachSummaries(Consumer<INDArray> reader) {
    LayerRun rest = new LayerRun(network, layer, layerBehind(network));
    forEach(batch -> rest.read(batch.getFeatures(), batch.getFeaturesMaskArray(), reader));
  }

  private void forEach(Consumer<DataSet> consumer) {
    examples.reset();
    while (examples.hasNext()) {
      consumer.accept(examples.next());
    }
  }

  /** {@return the index of the layer that takes what the recurrent layer emits} */
  static int layerBehind(MultiLayerNetwork network) {
    return SeriesNetwork.views(network) + 1;
  }
}
