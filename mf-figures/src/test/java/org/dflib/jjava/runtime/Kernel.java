package org.dflib.jjava.runtime;

/** Stands in for the class of JJava with this name; has no kernel unless a test gives it one. */
public final class Kernel {
  /** What {@link #getKernelInstance} gives. */
  public static volatile Object instance;

  private Kernel() {}

  /** As in JJava: null where no kernel runs. */
  public static Object getKernelInstance() {
    return instance;
  }
}
