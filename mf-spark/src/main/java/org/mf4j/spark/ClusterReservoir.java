package org.mf4j.spark;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Row;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.mf4j.models.FittedModel;
import org.mf4j.models.ModelSettings;
import org.mf4j.models.ReservoirLearning;
import org.mf4j.models.Task;
import org.mf4j.networks.FeatureRange;
import org.mf4j.random.SeededRandom;

/**
 * The network whose readout is yet to be solved, drawn on the driver from what a {@link
 * ClusterView} shows of the rows. Where its features are scaled by the training set, a pass gives
 * their ranges.
 *
 * @param rows what is learned from
 * @param reader makes series of them
 * @param settings the neurons and how they are read
 * @param seed decides every random number
 */
record ClusterReservoir(JavaRDD<Row> rows, RowReader reader, ModelSettings settings, long seed) {
  /** The model of some classes, none for numbers to regress, with an output layer of zeros. */
  FittedModel of(List<String> classes) {
    Map<String, Object> provenance = new LinkedHashMap<>();
    provenance.put("dataset", "spark");
    provenance.put("seed", seed);
    provenance.put("settings", settings.describe());
    FittedModel drawn =
        new FittedModel(drawn(classes), settings.kind(), new Task(classes), provenance);
    if (learning().reading().normalised()) {
      ranges(drawn).put(drawn.network());
    }
    return drawn;
  }

  private ReservoirLearning learning() {
    return (ReservoirLearning) settings.learning();
  }

  private MultiLayerNetwork drawn(List<String> classes) {
    return learning()
        .drawn(
            settings.cell(),
            settings.units(),
            new ClusterView(rows, reader, learning().reading().lags()),
            classes,
            new SeededRandom(seed));
  }

  private FeatureRange ranges(FittedModel drawn) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(rows.context());
    SentModel sent = SentModel.send(context, SentModel.file(drawn));
    try {
      PartitionFeatures features = new PartitionFeatures(sent, reader);
      return PartitionFeatures.merged(
          rows.mapPartitions(
              some ->
                  features.sum(
                      some,
                      batch -> FeatureRange.of(batch.network(), batch.series()),
                      FeatureRange::merge)),
          FeatureRange::merge);
    } finally {
      sent.bytes().destroy();
    }
  }
}
