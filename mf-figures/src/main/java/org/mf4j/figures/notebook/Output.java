package org.mf4j.figures.notebook;

import java.io.PrintStream;
import org.mf4j.figures.Figure;
import org.mf4j.figures.report.Table;

/** Where results are shown. */
interface Output {
  /** Shows a picture and its caption. */
  void figure(Figure figure);

  /** Shows a table and its title. */
  void table(Table table);

  /** The output of the kernel that runs, or standard output where there is none. */
  static Output current() {
    return Kernel.running().<Output>map(kernel -> kernel).orElseGet(() -> new Console(System.out));
  }

  /** Plain text, for programs that run outside a notebook. */
  record Console(PrintStream out) implements Output {
    @Override
    public void figure(Figure figure) {
      out.println((figure.name() + ": " + figure.caption()).strip());
    }

    @Override
    public void table(Table table) {
      table.text().forEach(out::println);
    }
  }
}
