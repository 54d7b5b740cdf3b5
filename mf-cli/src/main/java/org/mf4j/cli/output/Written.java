package org.mf4j.cli.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.mf4j.figures.report.Report;
import org.mf4j.files.WholeFile;

/** Files of reports, each written whole or not at all. */
public final class Written {
  private Written() {}

  /**
   * Writes {@code report.html} and {@code report.md} for people, {@code report.json} for programs.
   *
   * @param folder where to
   * @param report the report
   * @param document what it tells, a record
   * @throws IOException if writing fails
   */
  public static void report(Path folder, Report report, Object document) throws IOException {
    report(folder, "report", report);
    new WholeFile(folder.resolve("report.json")).write(file -> Json.write(file, document));
  }

  /**
   * Writes {@code NAME.html} and {@code NAME.md}.
   *
   * @param folder where to
   * @param name what the files are called
   * @param report the report
   * @throws IOException if writing fails
   */
  public static void report(Path folder, String name, Report report) throws IOException {
    text(folder.resolve(name + ".html"), report.html());
    text(folder.resolve(name + ".md"), report.markdown());
  }

  /**
   * Writes text in UTF-8.
   *
   * @param file the file to create
   * @param text what it shall hold
   * @throws IOException if writing fails
   */
  public static void text(Path file, String text) throws IOException {
    new WholeFile(file).write(part -> Files.writeString(part, text));
  }
}
