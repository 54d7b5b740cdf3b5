package org.mf4j.layers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.parallelism.ParallelInference;
import org.deeplearning4j.parallelism.inference.InferenceMode;
import org.junit.jupiter.api.Timeout;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.learning.config.Sgd;

/** Eight threads at once, each result bit for bit that of one thread alone. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ThreadsTest {
  private static final int THREADS = 8;
  private static final int CALLS = 10;

  private static INDArray series(LayerCase c, int thread) {
    return Batches.uniform(thread, c.dataType(), 1 + thread, LayerCase.N_IN, 3 + thread);
  }

  private static MultiLayerNetwork net(LayerCase c) {
    // A step of 1, as elsewhere, would let constants that are learned leave the stable range.
    return Nets.of(
        Nets.configuration(c.dataType()).updater(new Sgd(0.01)),
        c.layer(),
        c.upperLayer(),
        Nets.outputPerStep());
  }

  /** DL4J's own lock lets them take turns. */
  @EveryDeterministicLayer
  void oneNetworkAnswersEightThreads(LayerCase c) throws Exception {
    MultiLayerNetwork net = net(c);
    List<double[]> alone = alone(thread -> net(c).output(series(c, thread)));
    List<double[]> together =
        together(
            thread -> {
              INDArray answer = net.output(series(c, thread));
              for (int call = 1; call < CALLS; call++) {
                assertThat(net.output(series(c, thread))).isEqualTo(answer);
              }
              return answer;
            });
    assertThat(together).usingRecursiveComparison().isEqualTo(alone);
  }

  @EveryLayer
  void eightNetworksLearnAtOnceWhatEachLearnsAlone(LayerCase c) throws Exception {
    IntFunction<INDArray> learned =
        thread -> {
          MultiLayerNetwork net = net(c);
          INDArray x = Batches.uniform(thread, c.dataType(), 1 + thread, LayerCase.N_IN, 3);
          INDArray classes = Batches.classesPerStep(thread, c.dataType(), x.size(0), 3);
          for (int call = 0; call < 2; call++) {
            net.fit(new DataSet(x, classes));
          }
          return net.params();
        };
    assertThat(together(learned)).usingRecursiveComparison().isEqualTo(alone(learned));
  }

  @EveryDeterministicLayer
  void parallelInferenceAnswersAsTheNetworkItself(LayerCase c) throws Exception {
    for (InferenceMode mode : InferenceMode.values()) {
      MultiLayerNetwork net = net(c);
      List<double[]> alone = alone(thread -> net.output(single(c, thread)));
      ParallelInference inference =
          new ParallelInference.Builder(net).inferenceMode(mode).workers(2).batchLimit(4).build();
      try {
        List<double[]> together = together(thread -> inference.output(single(c, thread)));
        for (int i = 0; i < THREADS; i++) {
          // Batches of several series round otherwise than each alone.
          assertThat(together.get(i)).as("%s", mode).hasSameSizeAs(alone.get(i));
          for (int k = 0; k < alone.get(i).length; k++) {
            assertThat(Math.abs(together.get(i)[k] - alone.get(i)[k])).isLessThan(c.tolerance());
          }
        }
      } finally {
        inference.shutdown();
      }
    }
  }

  /** In batches DL4J puts series of one length together. */
  private static INDArray single(LayerCase c, int thread) {
    return Batches.uniform(thread, c.dataType(), 1, LayerCase.N_IN, 6);
  }

  private static List<double[]> alone(IntFunction<INDArray> work) {
    return IntStream.range(0, THREADS).mapToObj(work).map(ThreadsTest::bits).toList();
  }

  /** All start at the same moment. */
  private static List<double[]> together(IntFunction<INDArray> work)
      throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      CyclicBarrier start = new CyclicBarrier(THREADS);
      List<Future<double[]>> futures = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        int thread = i;
        Callable<double[]> call =
            () -> {
              start.await();
              return bits(work.apply(thread));
            };
        futures.add(threads.submit(call));
      }
      List<double[]> results = new ArrayList<>();
      for (Future<double[]> future : futures) {
        results.add(future.get());
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }

  private static double[] bits(INDArray array) {
    return array.dup('c').data().asDouble();
  }
}
