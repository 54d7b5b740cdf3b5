package org.mf4j.engine.blas;

import org.nd4j.common.io.Resource;
import org.nd4j.linalg.factory.Environment;
import org.nd4j.linalg.factory.Nd4jBackend;

/**
 * No backend: ND4J makes one of every class that is registered as such before it loads a library,
 * which is the moment at which {@link BlasKernels} must be chosen. Of lower priority than all
 * backends, so that it is never asked for more than that.
 */
public final class BeforeBackends extends Nd4jBackend {
  private static final int LAST = -1_000;

  /** Called by ND4J, once. */
  public BeforeBackends() {
    BlasKernels.current();
  }

  @Override
  public int getPriority() {
    return LAST;
  }

  @Override
  public boolean isAvailable() {
    return false;
  }

  @Override
  public boolean canRun() {
    return false;
  }

  @Override
  public boolean allowsOrder() {
    return false;
  }

  @Override
  public Resource getConfigurationResource() {
    throw new UnsupportedOperationException("no backend");
  }

  @Override
  public Class<?> getNDArrayClass() {
    throw new UnsupportedOperationException("no backend");
  }

  @Override
  public Environment getEnvironment() {
    throw new UnsupportedOperationException("no backend");
  }

  @Override
  public String buildInfo() {
    return "";
  }

  @Override
  public void logBackendInit() {
    throw new UnsupportedOperationException("no backend");
  }
}
