package org.dflib.jjava.jupyter.kernel;

import org.mf4j.figures.notebook.Shown;

/** Stands in for the class of JJava 1.0-a6 with this name and this method. */
public final class BaseNotebookStatics {
  private BaseNotebookStatics() {}

  /** As in JJava. */
  public static String display(Object content, String... mimeTypes) {
    return Shown.add("JJava 1.0-a6", mimeTypes[0], content);
  }
}
