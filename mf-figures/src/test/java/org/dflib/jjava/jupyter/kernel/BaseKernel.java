package org.dflib.jjava.jupyter.kernel;

import java.util.Objects;

/** Stands in for the class of JJava 1.0-a6 with this name; has no kernel unless given one. */
public final class BaseKernel {
  /** What {@link #notebookKernel} gives. */
  public static volatile Object instance;

  private BaseKernel() {}

  /** As in JJava: throws where no kernel runs. */
  public static Object notebookKernel() {
    return Objects.requireNonNull(instance, "No kernel running");
  }
}
