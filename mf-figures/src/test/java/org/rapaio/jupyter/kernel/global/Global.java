package org.rapaio.jupyter.kernel.global;

import org.mf4j.figures.notebook.Shown;

/** Stands in for the class of rapaio-jupyter-kernel with this name and this method. */
public final class Global {
  private Global() {}

  /** As in the kernel. */
  public static String display(String mimeType, Object content) {
    return Shown.add("rapaio", mimeType, content);
  }
}
