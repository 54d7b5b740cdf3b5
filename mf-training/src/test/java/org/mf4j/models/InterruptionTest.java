package org.mf4j.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mf4j.random.SeededRandom;
import org.mf4j.training.EpochListener;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Fits that are interrupted at random moments end, leave no thread and spoil no later fit. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class InterruptionTest {
  private static final int TIMES = 8;

  @ParameterizedTest
  @EnumSource(names = {"MF_ESN", "PLAIN_HETERO_MF_ESN", "HETERO_MF_ESN", "MF_RNN"})
  void anInterruptEndsAFitAndHarmsNothing(ModelKind kind) throws InterruptedException {
    long start = System.nanoTime();
    INDArray expected = fit(kind);
    long nanos = System.nanoTime() - start;
    fit(kind);
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    SeededRandom random = new SeededRandom(20250117);
    for (int i = 0; i < TIMES; i++) {
      AtomicReference<INDArray> learned = new AtomicReference<>();
      AtomicReference<Throwable> ended = new AtomicReference<>();
      Thread thread = new Thread(() -> run(kind, learned, ended));
      thread.start();
      TimeUnit.NANOSECONDS.sleep((long) (nanos * random.nextDouble()));
      thread.interrupt();
      thread.join();
      if (learned.get() == null) {
        assertThat(ended.get()).isInstanceOf(InterruptedException.class);
      } else {
        assertThat(learned.get().toDoubleVector()).isEqualTo(expected.toDoubleVector());
      }
    }
    assertThat(fit(kind).toDoubleVector()).isEqualTo(expected.toDoubleVector());
    assertThat(Thread.getAllStackTraces().keySet())
        .filteredOn(thread -> !before.contains(thread) && !thread.isDaemon())
        .isEmpty();
  }

  private static void run(
      ModelKind kind, AtomicReference<INDArray> learned, AtomicReference<Throwable> ended) {
    try {
      learned.set(fit(kind));
    } catch (InterruptedException | RuntimeException e) {
      ended.set(e);
    }
  }

  private static INDArray fit(ModelKind kind) throws InterruptedException {
    return new ModelFitter(ToySettings.of(kind))
        .fit(ToySets.levels().train(), 1, EpochListener.NONE)
        .network()
        .params();
  }
}
