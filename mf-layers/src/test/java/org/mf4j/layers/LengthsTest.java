package org.mf4j.layers;

import static org.mf4j.layers.Batches.assertClose;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.mf4j.random.SeededRandom;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/** Any mixture of lengths and batch sizes, in any order, training and predicting in turn. */
class LengthsTest {
  @EveryLayer
  void everyLengthAndBatchSizeServesAtAnyTime(LayerCase c) {
    MultiLayerNetwork net = Nets.of(c, c.layer(), Nets.outputPerStep());
    SeededRandom random = new SeededRandom(1);
    for (int round = 0; round < 12; round++) {
      int batch = 1 + random.nextInt(40);
      int steps = 1 + random.nextInt(45);
      INDArray x = Batches.uniform(round, c.dataType(), batch, LayerCase.N_IN, steps);
      INDArray expected =
          Nets.reference(c.reference(), net, x, null, Nd4j.zeros(batch, c.states()));
      assertClose(net.feedForward(x).get(1), expected, c.tolerance());
      INDArray params = net.params().dup();
      net.fit(new DataSet(x, Batches.classesPerStep(round, c.dataType(), batch, steps)));
      net.setParams(params);
    }
  }
}
