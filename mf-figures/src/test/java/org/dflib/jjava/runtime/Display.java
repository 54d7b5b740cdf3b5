package org.dflib.jjava.runtime;

import org.mf4j.figures.notebook.Shown;

/** Stands in for the class of JJava with this name and this method. */
public final class Display {
  private Display() {}

  /** As in JJava. */
  public static String display(Object content, String... mimeTypes) {
    return Shown.add("JJava", mimeTypes[0], content);
  }
}
