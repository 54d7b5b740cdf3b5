package org.mf4j.figures.notebook;

import java.util.List;
import java.util.Optional;
import org.mf4j.figures.Figure;
import org.mf4j.figures.report.Part;
import org.mf4j.figures.report.Table;

/**
 * A Java kernel, and the output of its cells: PNG and HTML, which every front end and code host
 * renders. Its classes are on the class path of a notebook only, so they are called by reflection.
 *
 * @param probe gives an object while the kernel runs; null, or an exception, where it does not
 * @param displayType the class with the static method {@code display}
 * @param typeFirst whether that method takes the MIME type, then the content, or the other way
 *     round
 */
record Kernel(Probe probe, String displayType, boolean typeFirst) implements Output {
  /** Widest picture, in pixels: about the column of a notebook. */
  private static final double WIDEST = 960;

  /** Most pixels per layout pixel: sharp enough to read, and small in the notebook's file. */
  private static final double SHARPEST = 1.5;

  private static final String RAPAIO = "org.rapaio.jupyter.kernel.";
  private static final String IJAVA = "io.github.spencerpark.ijava.runtime.";
  private static final String JJAVA = "org.dflib.jjava.";

  /** rapaio-jupyter-kernel 3, IJava 1.x, JJava up to 1.0-a5, and JJava from 1.0-a6 on. */
  private static final List<Kernel> KNOWN =
      List.of(
          new Kernel(Kernel::rapaioChannels, RAPAIO + "global.Global", true),
          jvm(IJAVA + "Kernel", "getKernelInstance", IJAVA + "Display"),
          jvm(JJAVA + "runtime.Kernel", "getKernelInstance", JJAVA + "runtime.Display"),
          jvm(
              JJAVA + "jupyter.kernel.BaseKernel",
              "notebookKernel",
              JJAVA + "jupyter.kernel.BaseNotebookStatics"));

  /** Asks for what only a running kernel has. */
  @FunctionalInterface
  interface Probe {
    Object get() throws ReflectiveOperationException;
  }

  /** The kernel is made when its class is loaded, and has channels once Jupyter talks to it. */
  private static Object rapaioChannels() throws ReflectiveOperationException {
    Object kernel = Class.forName(RAPAIO + "MainApp").getField("kernel").get(null);
    return kernel.getClass().getMethod("channels").invoke(kernel);
  }

  /** Kernels on top of jupyter-jvm-basekernel have the same methods in classes of other names. */
  private static Kernel jvm(String kernelType, String kernelMethod, String displayType) {
    return new Kernel(
        () -> Class.forName(kernelType).getMethod(kernelMethod).invoke(null), displayType, false);
  }

  /** The kernel that runs this program, if there is one. */
  static Optional<Kernel> running() {
    return KNOWN.stream().filter(Kernel::isRunning).findFirst();
  }

  private boolean isRunning() {
    try {
      return probe.get() != null;
    } catch (ReflectiveOperationException notThisKernel) {
      return false;
    }
  }

  @Override
  public void figure(Figure figure) {
    double scale = Math.min(SHARPEST, WIDEST / figure.totalWidth());
    display("image/png", FewColours.of(figure.image(scale)));
    if (!figure.caption().isBlank()) {
      display("text/html", new Part.Paragraph(figure.caption()).html());
    }
  }

  @Override
  public void table(Table table) {
    display("text/html", table.html());
  }

  private void display(String mimeType, Object content) {
    try {
      Class<?> type = Class.forName(displayType);
      if (typeFirst) {
        type.getMethod("display", String.class, Object.class).invoke(null, mimeType, content);
      } else {
        type.getMethod("display", Object.class, String[].class)
            .invoke(null, content, new String[] {mimeType});
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          "the notebook's kernel failed in " + displayType + ".display", e);
    }
  }
}
