package org.mf4j.layers;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A program that runs a network in a new thread each time, as servers do, may go on for ever. */
class EndedThreadsTest {
  private static final int THREADS = 320;

  @Test
  void nothingIsKeptOfThem() throws InterruptedException, JMException {
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .list()
                .layer(new MemristiveRnn.Builder().nOut(3).build())
                .layer(new RnnOutputLayer.Builder().nOut(2).build())
                .setInputType(InputType.recurrent(1))
                .build());
    network.init();
    INDArray series = Nd4j.rand(1, 1, 4);
    long before = kept();
    for (int i = 0; i < THREADS; i++) {
      Thread thread = new Thread(() -> network.output(series));
      thread.start();
      thread.join();
      if (i % 32 == 0) {
        System.gc();
      }
    }
    // ND4J keeps several of each thread, and lets go of none.
    assertThat(kept() - before).isLessThan(THREADS);
  }

  /** How many objects there are that free workspaces, what is garbage aside. */
  private static long kept() throws JMException {
    String histogram =
        (String)
            ManagementFactory.getPlatformMBeanServer()
                .invoke(
                    new ObjectName("com.sun.management:type=DiagnosticCommand"),
                    "gcClassHistogram",
                    new Object[] {new String[0]},
                    new String[] {String[].class.getName()});
    return histogram
        .lines()
        .filter(line -> line.contains("CpuWorkspaceDeallocator"))
        .mapToLong(line -> Long.parseLong(line.strip().split(" +", -1)[1]))
        .sum();
  }
}
