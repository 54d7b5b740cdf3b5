package org.rapaio.jupyter.kernel;

/** Stands in for the class of rapaio-jupyter-kernel with this name and this field. */
public final class MainApp {
  /** As in the kernel. */
  public static final RapaioKernel kernel = new RapaioKernel();

  private MainApp() {}

  /** The kernel, not connected unless a test connects it. */
  public static final class RapaioKernel {
    /** What {@link #channels} gives. */
    public volatile Object connected;

    private RapaioKernel() {}

    /** As in the kernel: null until Jupyter talks to it. */
    public Object channels() {
      return connected;
    }
  }
}
