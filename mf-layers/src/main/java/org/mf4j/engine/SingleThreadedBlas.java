package org.mf4j.engine;

import org.nd4j.linalg.api.blas.Blas;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Holds the BLAS library to one thread. The fused engine uses the processors itself, one block of
 * series each, and a thread pool inside every small product would only make it wait; a ridge
 * readout wants the same bits whatever the number of threads. The setting of before comes back when
 * the last holder has finished.
 */
public final class SingleThreadedBlas implements AutoCloseable {
  private static int holders;
  private static int threadsBefore;

  private SingleThreadedBlas() {}

  /**
   * Holds the library to one thread until the result is closed; may be nested.
   *
   * @return to be closed
   */
  public static SingleThreadedBlas hold() {
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
