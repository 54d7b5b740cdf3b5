package org.mf4j.figures.notebook;

import java.util.ArrayList;
import java.util.List;

/** What the stand-ins of the kernels were asked to show. */
public record Shown(String kernel, String mimeType, Object content) {
  private static final List<Shown> ALL = new ArrayList<>();

  /** Keeps one display; a kernel gives the display's identifier. */
  public static String add(String kernel, String mimeType, Object content) {
    ALL.add(new Shown(kernel, mimeType, content));
    return "id";
  }

  /** Everything since the last call, in order. */
  static List<Shown> take() {
    List<Shown> all = List.copyOf(ALL);
    ALL.clear();
    return all;
  }
}
