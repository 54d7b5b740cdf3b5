package org.mf4j.cli.reproduce;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mf4j.cli.text.Csv;
import org.mf4j.figures.html.HtmlPage;
import org.mf4j.figures.html.HtmlTable;
import org.mf4j.files.WholeFile;

/**
 * A result of a paper computed again, as Markdown, CSV and a page with pictures.
 *
 * @param report what was computed
 * @param provenance what repeats the run: command, seed, versions, wall time
 */
public record ReproductionFiles(PaperReport report, Map<String, String> provenance) {
  /**
   * Writes {@code NAME.md}, {@code NAME.csv} and {@code NAME.html}.
   *
   * @param folder where to
   * @param name what the files are called
   * @throws IOException if writing fails
   */
  public void writeTo(Path folder, String name) throws IOException {
    write(folder.resolve(name + ".md"), markdown());
    write(folder.resolve(name + ".csv"), Csv.rows(report.rows()));
    write(folder.resolve(name + ".html"), page().html());
  }

  private static void write(Path file, String text) throws IOException {
    new WholeFile(file).write(part -> Files.writeString(part, text));
  }

  private String markdown() {
    List<List<String>> rows = typographic();
    List<String> lines = new ArrayList<>();
    lines.add("# " + report.title());
    lines.add("");
    lines.add(line(rows.get(0)));
    lines.add(line(rows.get(0).stream().map(cell -> "--").toList()));
    rows.stream().skip(1).map(ReproductionFiles::line).forEach(lines::add);
    report.notes().forEach(note -> lines.addAll(List.of("", note)));
    lines.add("");
    provenance.forEach((key, value) -> lines.add("- " + key + ": `" + value + "`"));
    return String.join("\n", lines) + "\n";
  }

  private static String line(List<String> cells) {
    return cells.stream()
        .map(cell -> cell.replace("|", "\\|"))
        .collect(Collectors.joining(" | ", "| ", " |"));
  }

  private HtmlPage page() {
    List<List<String>> rows = typographic();
    HtmlPage page = new HtmlPage(report.title());
    page.table(new HtmlTable(rows.get(0), rows.subList(1, rows.size())));
    report.notes().forEach(page::paragraph);
    return page.figures(report.figures()).heading("Provenance").definitions(provenance);
  }

  private List<List<String>> typographic() {
    return report.rows().stream()
        .map(row -> row.stream().map(cell -> cell.replace("+-", "±")).toList())
        .toList();
  }
}
