package org.mf4j.spark;

import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.storage.StorageLevel;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.mf4j.models.FittedModel;
import org.mf4j.models.ModelSettings;
import org.mf4j.models.ReservoirLearning;
import org.mf4j.models.Task;
import org.mf4j.networks.FeatureRange;
import org.mf4j.random.SeededRandom;
import org.mf4j.readout.NetworkFeatures;
import org.mf4j.readout.RidgeFit;
import org.mf4j.readout.RidgeOptions;
import org.mf4j.readout.RidgeReadout;

/**
 * One fit on a cluster. The network is drawn on the driver from what a {@link ClusterView} shows of
 * the rows; the executors run the series through it once, and keep what its recurrent layer emits
 * for the passes that follow: the ranges of the features, where they are scaled, and those of
 * {@link ClusterRidge}.
 *
 * @param train what is learned from
 * @param settings the neurons and how they are read
 * @param seed decides every random number
 * @param kept where features stay between passes; {@link StorageLevel#NONE} lets the series run
 *     again in every pass
 */
record ClusterFit(TrainingRows train, ModelSettings settings, long seed, StorageLevel kept) {
  /** {@return the fitted model} */
  FittedModel fit() {
    FittedModel drawn = drawn();
    SentModel sent = send(drawn);
    PartitionFeatures run = new PartitionFeatures(sent, train.reader());
    JavaRDD<FeatureBatch> emitted = train.rows().mapPartitions(run::of);
    boolean keeps = passes() > 1 && kept.isValid();
    if (keeps) {
      emitted.persist(kept);
    }
    try {
      return learning().reading().normalised()
          ? scaled(drawn, emitted)
          : solved(drawn, emitted.map(FeatureBatch::asTheyAre));
    } finally {
      if (keeps) {
        emitted.unpersist();
      }
      sent.bytes().destroy();
    }
  }

  private ReservoirLearning learning() {
    return (ReservoirLearning) settings.learning();
  }

  private RidgeOptions readout() {
    return learning().readoutOf(!train.classes().isEmpty());
  }

  private int passes() {
    return (learning().reading().normalised() ? 1 : 0) + ClusterRidge.passes(readout());
  }

  /** With an output layer of zeros. */
  private FittedModel drawn() {
    ClusterView view = new ClusterView(train.rows(), train.reader(), learning().reading().lags());
    MultiLayerNetwork network =
        learning()
            .drawn(
                settings.cell(), settings.units(), view, train.classes(), new SeededRandom(seed));
    Map<String, Object> provenance = new LinkedHashMap<>();
    provenance.put("dataset", "spark");
    provenance.put("seed", seed);
    provenance.put("settings", settings.describe());
    return new FittedModel(network, settings.kind(), new Task(train.classes()), provenance);
  }

  private SentModel send(FittedModel model) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(train.rows().context());
    return SentModel.send(context, SentModel.file(model));
  }

  /** One pass for the ranges, which the others see in the network. */
  private FittedModel scaled(FittedModel model, JavaRDD<FeatureBatch> emitted) {
    PartitionFeatures.merged(
            emitted.mapPartitions(
                some ->
                    PartitionFeatures.sum(
                        some, batch -> FeatureRange.of(batch.features()), FeatureRange::merge)),
            FeatureRange::merge)
        .put(model.network());
    SentModel ranged = send(model);
    try {
      return solved(model, emitted.mapPartitions(some -> scaled(ranged, some)));
    } finally {
      ranged.bytes().destroy();
    }
  }

  private static Iterator<NetworkFeatures> scaled(
      SentModel ranged, Iterator<FeatureBatch> emitted) {
    if (!emitted.hasNext()) {
      return Collections.emptyIterator();
    }
    MultiLayerNetwork network = ranged.open().network();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return emitted.hasNext();
      }

      @Override
      public NetworkFeatures next() {
        return emitted.next().throughRest(network);
      }
    };
  }

  private FittedModel solved(FittedModel reservoir, JavaRDD<NetworkFeatures> features) {
    ClusterRidge.Result result = new ClusterRidge(features, readout()).fit();
    MultiLayerNetwork network = reservoir.network();
    RidgeFit fit = RidgeReadout.put(network, result.fit());
    return reservoir
        .with(
            fit.calibration()
                .map(scaling -> RidgeReadout.probabilistic(network, scaling))
                .orElse(network))
        .withProvenance(Map.of("series", result.series()));
  }
}
