package org.mf4j.figures.notebook;

import java.util.Optional;

/** The kernel rapaio-jupyter-kernel 3. */
final class RapaioKernel extends KernelOutput {
  private static final String PACKAGE = "org.rapaio.jupyter.kernel.";

  private final StaticMethod display;

  private RapaioKernel(StaticMethod display) {
    this.display = display;
  }

  /** The output of this kernel, if it is the one that runs. */
  static Optional<Output> find() {
    return StaticMethod.find(PACKAGE + "global.Global", "display", String.class, Object.class)
        .filter(display -> isConnected())
        .map(RapaioKernel::new);
  }

  /** The kernel is made when its class is loaded, and has channels once Jupyter talks to it. */
  private static boolean isConnected() {
    try {
      Object kernel = Class.forName(PACKAGE + "MainApp").getField("kernel").get(null);
      return kernel.getClass().getMethod("channels").invoke(kernel) != null;
    } catch (ReflectiveOperationException notThisKernel) {
      return false;
    }
  }

  @Override
  void display(String mimeType, Object content) {
    display.call(mimeType, content);
  }
}
