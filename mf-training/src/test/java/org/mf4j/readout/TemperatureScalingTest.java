package org.mf4j.readout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.mf4j.random.SeededRandom;
import org.nd4j.evaluation.classification.Evaluation;
import org.nd4j.evaluation.classification.EvaluationCalibration;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.ViewIterator;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

class TemperatureScalingTest {
  private static final int CLASSES = 3;

  /** Labels drawn from softmax(s / T): T comes back. */
  @Test
  void findsTheTemperatureThatLabelsWereDrawnWith() {
    SeededRandom random = new SeededRandom(3);
    for (double temperature : new double[] {0.2, 1, 5}) {
      int n = 20_000;
      double[] outputs = new double[n * CLASSES];
      int[] labels = new int[n];
      for (int i = 0; i < n; i++) {
        double[] p = new double[CLASSES];
        double sum = 0;
        for (int k = 0; k < CLASSES; k++) {
          outputs[i * CLASSES + k] = 2 * temperature * random.nextGaussian();
          p[k] = Math.exp(outputs[i * CLASSES + k] / temperature);
          sum += p[k];
        }
        double u = random.nextDouble() * sum;
        labels[i] = u < p[0] ? 0 : u < p[0] + p[1] ? 1 : 2;
      }
      assertThat(TemperatureScaling.fit(outputs, labels, CLASSES).temperature())
          .isCloseTo(temperature, within(0.04 * temperature));
    }
  }

  @Test
  void noErrorsGiveNoCertaintyAndNothingButErrorsNoKnowledge() {
    double[] outputs = {1, -1, -1, 1, 1, -1, -1, 1};
    double right =
        new TemperatureScaling(
                TemperatureScaling.fit(outputs, new int[] {0, 1, 0, 1}, 2).temperature())
            .probabilities(new double[] {1, -1})[0];
    assertThat(right).isCloseTo(5.0 / 6, within(1e-9));
    assertThat(
            TemperatureScaling.fit(outputs, new int[] {1, 0, 1, 0}, 2)
                .probabilities(new double[] {1, -1})[0])
        .isCloseTo(0.5, within(1e-3));
  }

  @Test
  void theNetworkNamesTheSameClassesAndKnowsHowSureItIs() {
    DataSet train = clouds(400, 1);
    DataSet test = clouds(2_000, 2);
    MultiLayerNetwork network = network();
    DataSet coded = new DataSet(train.getFeatures(), train.getLabels().mul(2).subi(1));
    RidgeFit fit =
        new RidgeReadout(RidgeOptions.leaveOneOut().withCalibrated(true))
            .fit(network, new ViewIterator(coded, 50));
    TemperatureScaling scaling = fit.calibration().orElseThrow();
    MultiLayerNetwork probabilistic = RidgeReadout.probabilistic(network, scaling);

    INDArray outputs = network.output(test.getFeatures());
    INDArray probabilities = probabilistic.output(test.getFeatures());
    assertThat(probabilities.getRow(0).toDoubleVector())
        .containsExactly(scaling.probabilities(outputs.getRow(0).toDoubleVector()), within(1e-5));
    assertThat(probabilities.argMax(1)).isEqualTo(outputs.argMax(1));
    Evaluation plain = new Evaluation(CLASSES);
    plain.eval(test.getLabels(), outputs);
    Evaluation calibrated = probabilistic.evaluate(new ViewIterator(test, 500));
    assertThat(calibrated.accuracy()).isEqualTo(plain.accuracy()).isGreaterThan(0.6);
    double confidence = probabilities.max(1).meanNumber().doubleValue();
    assertThat(confidence).isCloseTo(calibrated.accuracy(), within(0.04));
    EvaluationCalibration evaluation = new EvaluationCalibration();
    evaluation.eval(test.getLabels(), probabilities);
    double[] predicted = evaluation.getReliabilityDiagram(0).getMeanPredictedValueX();
    double[] observed = evaluation.getReliabilityDiagram(0).getFractionPositivesY();
    assertThat(
            IntStream.range(0, predicted.length)
                .mapToDouble(i -> Math.abs(predicted[i] - observed[i]))
                .average()
                .orElseThrow())
        .isLessThan(0.12);
  }

  @Test
  void needsOneOutputPerClassAndALinearNetwork() {
    INDArray x = Nd4j.create(RidgeTest.matrix(9, 2, 1));
    assertThatThrownBy(
            () ->
                Ridge.fit(x, x.getColumn(0, true), RidgeOptions.leaveOneOut().withCalibrated(true)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("one output per class");
    TemperatureScaling scaling = new TemperatureScaling(1);
    MultiLayerNetwork softmax = RidgeReadout.probabilistic(network(), scaling);
    assertThatThrownBy(() -> RidgeReadout.probabilistic(softmax, scaling))
        .hasMessageContaining("activation identity");
    assertThatThrownBy(() -> new TemperatureScaling(0))
        .hasMessage("temperature = 0.0: must be finite and above 0");
  }

  private static MultiLayerNetwork network() {
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .seed(5)
                .list()
                .layer(new DenseLayer.Builder().nIn(2).nOut(40).activation(Activation.TANH).build())
                .layer(
                    new OutputLayer.Builder(LossFunction.MSE)
                        .activation(Activation.IDENTITY)
                        .nIn(40)
                        .nOut(CLASSES)
                        .build())
                .build());
    network.init();
    return network;
  }

  /** Overlapping clouds around three points; labels one-hot. */
  private static DataSet clouds(int n, long seed) {
    SeededRandom random = new SeededRandom(seed);
    INDArray x = Nd4j.zeros(DataType.FLOAT, n, 2);
    INDArray y = Nd4j.zeros(DataType.FLOAT, n, CLASSES);
    for (int i = 0; i < n; i++) {
      int label = i % CLASSES;
      x.putScalar(i, 0, 1.5 * Math.cos(2 * label) + random.nextGaussian());
      x.putScalar(i, 1, 1.5 * Math.sin(2 * label) + random.nextGaussian());
      y.putScalar(i, label, 1);
    }
    return new DataSet(x, y);
  }
}
