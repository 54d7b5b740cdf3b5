package org.mf4j.layers;

import static org.mf4j.layers.Batches.assertClose;

import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mf4j.engine.Engine;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;

/** {@link LstmRnn} is Deeplearning4j's LSTM: parameters of the one serve the other. */
class Dl4jLstmTest {
  private static final int NEURONS = 5;
  private static final int BATCH = 3;
  private static final int STEPS = 7;

  private static Layer dl4j() {
    return new LSTM.Builder()
        .nIn(LayerCase.N_IN)
        .nOut(NEURONS)
        .activation(Activation.TANH)
        .forgetGateBiasInit(1)
        .build();
  }

  private static LstmRnn ours(Engine engine) {
    return new LstmRnn.Builder().nIn(LayerCase.N_IN).nOut(NEURONS).engine(engine).build();
  }

  private static MultiLayerNetwork net(DataType dataType, Layer layer) {
    return Nets.of(Nets.configuration(dataType).biasInit(0), layer, Nets.outputPerStep());
  }

  @ParameterizedTest
  @CsvSource({"FUSED,FLOAT,1e-5", "SAMEDIFF,FLOAT,1e-5", "SAMEDIFF,DOUBLE,1e-12"})
  void outputsAndGradientsAreThoseOfDeeplearning4j(
      Engine engine, DataType dataType, double tolerance) {
    MultiLayerNetwork theirs = net(dataType, dl4j());
    MultiLayerNetwork ours = net(dataType, ours(engine));
    ours.setParams(theirs.params());
    INDArray x = Batches.uniform(1, dataType, BATCH, LayerCase.N_IN, STEPS);
    DataSet data = new DataSet(x, Batches.classesPerStep(2, dataType, BATCH, STEPS));
    assertClose(ours.output(x), theirs.output(x), tolerance);
    assertClose(Nets.gradient(ours, data), Nets.gradient(theirs, data), tolerance);
  }

  @Test
  void itGoesOnWithAStreamAsDeeplearning4jDoes() {
    MultiLayerNetwork theirs = net(DataType.FLOAT, dl4j());
    MultiLayerNetwork ours = net(DataType.FLOAT, ours(Engine.FUSED));
    ours.setParams(theirs.params());
    INDArray x = Batches.uniform(1, DataType.FLOAT, BATCH, LayerCase.N_IN, STEPS);
    for (int t = 0; t < STEPS; t++) {
      INDArray step = Batches.steps(x, t, t + 1);
      assertClose(ours.rnnTimeStep(step), theirs.rnnTimeStep(step), 1e-5);
    }
  }

  @Test
  void biasesStartAsInDeeplearning4j() {
    INDArray theirs = net(DataType.FLOAT, dl4j()).getParam("0_b").reshape(1, 4 * NEURONS);
    assertClose(net(DataType.FLOAT, ours(Engine.FUSED)).getParam("0_b"), theirs, 0);
  }
}
