package org.mf4j.engine.fused;

import org.nd4j.linalg.api.blas.Blas;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Holds the BLAS library to one thread while fused engines run: they use the processors themselves,
 * one block of series each, and a thread pool inside every small product would only make them wait.
 * The setting of before comes back when the last engine has finished.
 */
final class SingleThreadedBlas implements AutoCloseable {
  private static int holders;
  private static int threadsBefore;

  private SingleThreadedBlas() {}

  static SingleThreadedBlas hold() {
    synchronized (SingleThreadedBlas.class) {
      if (holders == 0) {
        Blas blas = Nd4j.factory().blas();
        threadsBefore = blas.getMaxThreads();
        if (threadsBefore > 1) {
          blas.setMaxThreads(1);
        }
      }
      holders++;
    }
    return new SingleThreadedBlas();
  }

  @Override
  public void close() {
    synchronized (SingleThreadedBlas.class) {
      holders--;
      if (holders == 0 && threadsBefore > 1) {
        Nd4j.factory().blas().setMaxThreads(threadsBefore);
      }
    }
  }
}
