package org.mf4j.examples;

import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.mf4j.cuda.GpuCheck;
import org.mf4j.data.ControlCharts;
import org.mf4j.data.DatasetSplit;
import org.mf4j.data.SeriesIterator;
import org.mf4j.data.TargetCoding;
import org.mf4j.engine.Engine;
import org.mf4j.layers.MemristiveRnn;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * The same network trained on the CPU and on an NVIDIA GPU: only the engine of the layer differs.
 * {@link Engine#AUTO}, the default, takes the GPU by itself where {@code mf-cuda} is on the class
 * path, there is a device, and the work is large.
 */
public final class OnTheGpu {
  private OnTheGpu() {}

  /** Prints time and accuracy of both; {@code args} may be the number of epochs, else 20. */
  public static void main(String[] args) {
    int epochs = args.length == 0 ? 20 : Integer.parseInt(args[0]);
    DatasetSplit charts = ControlCharts.generate(ControlCharts.DEFAULT_SEED);
    for (Engine engine : engines()) {
      MultiLayerNetwork network = network(engine, charts);
      train(network, charts, 1);
      long start = System.nanoTime();
      train(network, charts, epochs);
      long ms = (System.nanoTime() - start) / 1_000_000;
      System.out.printf("%s: accuracy %.3f, %d ms%n", engine, accuracy(network, charts), ms);
    }
  }

  /** Those of this machine; says what is missing if there is no GPU among them. */
  static List<Engine> engines() {
    Optional<String> missing = GpuCheck.obstacle();
    missing.ifPresent(why -> System.out.println("no GPU: " + why));
    return missing.isPresent() ? List.of(Engine.FUSED) : List.of(Engine.FUSED, Engine.CUDA);
  }

  static MultiLayerNetwork network(Engine engine, DatasetSplit data) {
    MemristiveRnn layer = new MemristiveRnn.Builder().nOut(100).engine(engine).build();
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .seed(1)
                .updater(new Adam(0.003))
                .list()
                .layer(new LastTimeStep(layer))
                .layer(
                    new OutputLayer.Builder(LossFunction.MCXENT)
                        .activation(Activation.SOFTMAX)
                        .nOut(data.train().classes().size())
                        .build())
                .setInputType(InputType.recurrent(data.train().channels()))
                .build());
    network.init();
    return network;
  }

  static void train(MultiLayerNetwork network, DatasetSplit data, int epochs) {
    network.fit(SeriesIterator.shuffled(data.train(), TargetCoding.ONE_HOT, 64, 1), epochs);
  }

  static double accuracy(MultiLayerNetwork network, DatasetSplit data) {
    return network
        .evaluate(SeriesIterator.inLargeBatches(data.test(), TargetCoding.ONE_HOT))
        .accuracy();
  }
}
