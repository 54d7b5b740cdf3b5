package org.mf4j.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.spark.api.RDDTrainingApproach;
import org.deeplearning4j.spark.api.Repartition;
import org.deeplearning4j.spark.impl.multilayer.SparkDl4jMultiLayer;
import org.deeplearning4j.spark.impl.paramavg.ParameterAveragingTrainingMaster;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mf4j.data.SeriesIterator;
import org.mf4j.data.TargetCoding;
import org.mf4j.layers.MemristiveRnn;
import org.mf4j.layers.StateSummary;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Sgd;

/** DL4J's training by averages of parameters, of networks with our layers. */
class ParameterAveragingTest {
  private static final int BATCH = 12;

  private static MultiLayerConfiguration configuration(IUpdater updater) {
    return new NeuralNetConfiguration.Builder()
        .seed(1)
        .updater(updater)
        .list()
        .layer(new StateSummary(new MemristiveRnn.Builder().nOut(8).build()))
        .layer(new OutputLayer.Builder().activation(Activation.SOFTMAX).nOut(2).build())
        .setInputType(InputType.recurrent(2))
        .build();
  }

  private static List<DataSet> batches() {
    List<DataSet> batches = new ArrayList<>();
    SeriesIterator all =
        SeriesIterator.inOrder(Waves.of(List.of("slow", "fast")), TargetCoding.ONE_HOT, BATCH);
    all.forEachRemaining(batches::add);
    return batches;
  }

  static Stream<IUpdater> updaters() {
    return Stream.of(new Sgd(0.1), new Adam(0.01));
  }

  @ParameterizedTest
  @MethodSource("updaters")
  void oneWorkerThatAveragesAfterEveryBatchIsLocalTraining(IUpdater updater) {
    JavaSparkContext context =
        JavaSparkContext.fromSparkContext(LocalSpark.session().sparkContext());
    JavaRDD<DataSet> data = context.parallelize(batches(), 1);
    ParameterAveragingTrainingMaster master =
        new ParameterAveragingTrainingMaster.Builder(1, BATCH)
            .averagingFrequency(1)
            // Off by default: the moments of Adam would begin anew in every fit.
            .saveUpdater(true)
            .batchSizePerWorker(BATCH)
            .workerPrefetchNumBatches(0)
            .repartionData(Repartition.Never)
            .rddTrainingApproach(RDDTrainingApproach.Direct)
            .build();
    SparkDl4jMultiLayer network = new SparkDl4jMultiLayer(context, configuration(updater), master);
    MultiLayerNetwork local = new MultiLayerNetwork(configuration(updater));
    local.init();
    for (int epoch = 0; epoch < 3; epoch++) {
      // One at a time: it shuffles what it is given.
      batches().forEach(batch -> network.fit(context.parallelize(List.of(batch), 1)));
      batches().forEach(local::fit);
    }
    assertThat(network.getNetwork().params().toDoubleVector())
        .containsExactly(local.params().toDoubleVector());
    assertThat(network.evaluate(data).accuracy())
        .isEqualTo(
            local
                .evaluate(
                    SeriesIterator.inOrder(
                        Waves.of(List.of("slow", "fast")), TargetCoding.ONE_HOT, BATCH))
                .accuracy());
  }
}
