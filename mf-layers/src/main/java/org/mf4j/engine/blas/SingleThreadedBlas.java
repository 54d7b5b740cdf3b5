package org.mf4j.engine.blas;

import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.openblas.presets.openblas_nolapack;
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
          setThreads(1);
        }
      }
      holders++;
    }
    return new SingleThreadedBlas();
  }

  private static void setThreads(int threads) {
    OpenBlas library = OpenBlas.INSTANCE;
    if (library.isNull()) {
      Nd4j.factory().blas().setMaxThreads(threads);
    } else {
      library.call(threads);
    }
  }

  /**
   * {@code openblas_set_num_threads} itself, null with another library: ND4J looks the function up
   * in every call, which takes 0.1 ms, four times in a training step.
   */
  private static final class OpenBlas extends openblas_nolapack.SetNumThreads {
    static final OpenBlas INSTANCE = new OpenBlas();

    private OpenBlas() {
      Pointer function = Loader.addressof("openblas_set_num_threads");
      if (function == null || function.isNull()) {
        setNull();
      } else {
        put(function);
      }
    }
  }

  @Override
  public void close() {
    synchronized (SingleThreadedBlas.class) {
      holders--;
      if (holders == 0 && threadsBefore > 1) {
        setThreads(threadsBefore);
      }
    }
  }
}
