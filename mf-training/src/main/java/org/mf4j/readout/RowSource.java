package org.mf4j.readout;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.mf4j.networks.LayerRun;
import org.mf4j.options.Require;
import org.mf4j.readout.algebra.RowMajor;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.indexing.SpecifiedIndex;

/** Examples that can be read more than once, every time in the same order. */
sealed interface RowSource {
  /** Takes some examples. */
  interface RowConsumer {
    /**
     * Takes examples, which are gone afterwards.
     *
     * @param x features {@code [n,N]}, any floating type
     * @param y targets {@code [n,K]}, any floating type
     * @param weights one per row, or null for 1 each
     */
    void accept(INDArray x, INDArray y, double[] weights);
  }

  /** {@return N} */
  int features();

  /** {@return K} */
  int targets();

  /** Reads all examples from the first on. */
  void forEach(RowConsumer consumer);

  /** Reads the targets {@code [n,K]} alone, for which nothing need be computed. */
  void forEachTarget(Consumer<INDArray> consumer);

  /**
   * The class of every row of targets {@code [n,K]}: the largest target; with one target, 1 for a
   * positive one and 0 otherwise.
   */
  static int[] classesOf(INDArray y) {
    return y.size(1) == 1
        ? Arrays.stream(RowMajor.values(y)).mapToInt(target -> target > 0 ? 1 : 0).toArray()
        : y.argMax(1).toIntVector();
  }

  /** Examples in memory. */
  final class Matrix implements RowSource {
    private final INDArray x;
    private final INDArray y;
    private final double[] weights;

    /**
     * From its parts.
     *
     * @param weights one above 0 per row, or null for 1 each
     * @throws IllegalArgumentException if the numbers of rows differ or a weight is not above 0
     */
    Matrix(INDArray x, INDArray y, double[] weights) {
      if (x.size(0) != y.size(0)) {
        throw new IllegalArgumentException(
            "y: " + y.size(0) + " rows for " + x.size(0) + " rows of features; they must agree");
      }
      if (weights != null && weights.length != x.size(0)) {
        throw new IllegalArgumentException(
            "weights: " + weights.length + " for " + x.size(0) + " examples; they must agree");
      }
      for (int i = 0; weights != null && i < weights.length; i++) {
        Require.positive("weight", weights[i]);
      }
      this.x = x;
      this.y = y;
      this.weights = weights;
    }

    @Override
    public int features() {
      return (int) x.size(1);
    }

    @Override
    public int targets() {
      return (int) y.size(1);
    }

    @Override
    public void forEach(RowConsumer consumer) {
      consumer.accept(x, y, weights);
    }

    @Override
    public void forEachTarget(Consumer<INDArray> consumer) {
      consumer.accept(y);
    }
  }

  /**
   * What the layer before the output layer emits for the examples of an iterator. Sequences of
   * outputs become one example per step that the mask of the labels (or else of the features)
   * leaves.
   *
   * @param layer the index of the layer that takes the features of the examples
   */
  record Network(MultiLayerNetwork network, int layer, DataSetIterator examples)
      implements RowSource {
    Network(MultiLayerNetwork network, DataSetIterator examples) {
      this(network, 0, examples);
    }

    private BaseOutputLayer output() {
      return (BaseOutputLayer) network.getLayer(network.getnLayers() - 1).conf().getLayer();
    }

    @Override
    public int features() {
      return (int) output().getNIn();
    }

    @Override
    public int targets() {
      return (int) output().getNOut();
    }

    @Override
    public void forEach(RowConsumer consumer) {
      LayerRun layers = new LayerRun(network, layer, network.getnLayers() - 1);
      forEachBatch(
          batch -> {
            Steps steps = Steps.of(batch);
            layers.read(
                batch.getFeatures(),
                batch.getFeaturesMaskArray(),
                x -> consumer.accept(steps.rows(x), steps.rows(batch.getLabels()), null));
          });
    }

    @Override
    public void forEachTarget(Consumer<INDArray> consumer) {
      forEachBatch(batch -> consumer.accept(Steps.of(batch).rows(batch.getLabels())));
    }

    private void forEachBatch(Consumer<DataSet> consumer) {
      examples.reset();
      while (examples.hasNext()) {
        consumer.accept(examples.next());
      }
    }
  }

  /**
   * What {@link Network} gives for outputs at every step, computed piece by piece: each batch runs
   * through the network in pieces of {@link #STEPS} steps, its recurrent layers carrying their
   * states from piece to piece, so that memory does not grow with the length of the series.
   */
  record Stream(Network whole) implements RowSource {
    /** Long against the cost of a call, short against memory. */
    static final int STEPS = 512;

    @Override
    public int features() {
      return whole.features();
    }

    @Override
    public int targets() {
      return whole.targets();
    }

    @Override
    public void forEach(RowConsumer consumer) {
      whole.forEachBatch(batch -> stream(batch, consumer));
    }

    @Override
    public void forEachTarget(Consumer<INDArray> consumer) {
      whole.forEachTarget(consumer);
    }

    private void stream(DataSet batch, RowConsumer consumer) {
      MultiLayerNetwork network = whole.network();
      if (batch.getFeatures().rank() != 3 || batch.getLabels().rank() != 3) {
        throw new IllegalArgumentException(
            "examples: a stream needs features [B,nIn,T] and labels [B,K,T]");
      }
      network.rnnClearPreviousState();
      try {
        long steps = batch.getFeatures().size(2);
        for (long from = 0; from < steps; from += STEPS) {
          DataSet piece = piece(batch, from, Math.min(steps, from + STEPS));
          Steps rows = Steps.of(piece);
          consumer.accept(rows.rows(states(piece)), rows.rows(piece.getLabels()), null);
        }
      } finally {
        network.rnnClearPreviousState();
        network.clearLayerMaskArrays();
      }
    }

    /** What the layer before the output layer emits; its state is kept for the next piece. */
    private INDArray states(DataSet piece) {
      MultiLayerNetwork network = whole.network();
      network.setLayerMaskArrays(piece.getFeaturesMaskArray(), null);
      return network
          .rnnActivateUsingStoredState(piece.getFeatures(), false, true)
          .get(network.getnLayers() - 1);
    }

    private static DataSet piece(DataSet batch, long from, long to) {
      INDArrayIndex steps = NDArrayIndex.interval(from, to);
      INDArrayIndex all = NDArrayIndex.all();
      return new DataSet(
          batch.getFeatures().get(all, all, steps),
          batch.getLabels().get(all, all, steps),
          mask(batch.getFeaturesMaskArray(), steps),
          mask(batch.getLabelsMaskArray(), steps));
    }

    private static INDArray mask(INDArray mask, INDArrayIndex steps) {
      return mask == null ? null : mask.get(NDArrayIndex.all(), steps);
    }
  }

  /** Rows whose weights are multiplied by those of their classes. */
  final class Balanced implements RowSource {
    private final RowSource rows;
    private final double[] perClass;

    private Balanced(RowSource rows, double[] perClass) {
      this.rows = rows;
      this.perClass = perClass;
    }

    /**
     * Lets all classes that occur weigh the same: each of the n_c examples of class c weighs n / (C
     * n_c).
     */
    static Balanced of(RowSource rows) {
      double[] counts = new double[Math.max(2, rows.targets())];
      rows.forEachTarget(y -> Arrays.stream(classesOf(y)).forEach(index -> counts[index]++));
      double occurring = Arrays.stream(counts).filter(count -> count > 0).count();
      double examples = Arrays.stream(counts).sum();
      return new Balanced(
          rows, Arrays.stream(counts).map(count -> examples / (occurring * count)).toArray());
    }

    @Override
    public int features() {
      return rows.features();
    }

    @Override
    public int targets() {
      return rows.targets();
    }

    @Override
    public void forEach(RowConsumer consumer) {
      rows.forEach(
          (x, y, weights) -> {
            double[] product = Arrays.stream(classesOf(y)).mapToDouble(c -> perClass[c]).toArray();
            for (int i = 0; weights != null && i < product.length; i++) {
              product[i] *= weights[i];
            }
            consumer.accept(x, y, product);
          });
    }

    @Override
    public void forEachTarget(Consumer<INDArray> consumer) {
      rows.forEachTarget(consumer);
    }
  }

  /**
   * Turns {@code [B,n,T]} into one row per step that a mask {@code [B,T]} leaves; null leaves all.
   */
  record Steps(INDArray mask) {
    static Steps of(DataSet batch) {
      if (batch.getLabels().rank() == 2) {
        return new Steps(null);
      }
      INDArray ofLabels = batch.getLabelsMaskArray();
      return new Steps(ofLabels != null ? ofLabels : batch.getFeaturesMaskArray());
    }

    INDArray rows(INDArray array) {
      if (array.rank() == 2) {
        return array;
      }
      INDArray steps =
          array
              .permute(0, 2, 1)
              .dup('c')
              .reshape('c', array.size(0) * array.size(2), array.size(1));
      if (mask == null) {
        return steps;
      }
      double[] kept = RowMajor.values(mask);
      long[] rows = LongStream.range(0, kept.length).filter(i -> kept[(int) i] != 0).toArray();
      return rows.length == kept.length
          ? steps
          : steps.get(new SpecifiedIndex(rows), NDArrayIndex.all());
    }
  }
}
