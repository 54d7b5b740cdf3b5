package org.mf4j.cli.report;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.mf4j.experiment.ComparisonRecord;
import org.mf4j.experiment.ModelResult;
import org.mf4j.figures.Picture;
import org.mf4j.figures.html.HtmlPage;
import org.mf4j.figures.html.HtmlTable;
import org.mf4j.models.ModelSettings;

/** A comparison as one page: table, pictures, settings and what repeats the run. */
public final class ComparisonHtml {
  private final ComparisonSetup setup;
  private final ComparisonRecord record;

  /**
   * A report.
   *
   * @param setup what was compared
   * @param record what the models told while they ran
   */
  public ComparisonHtml(ComparisonSetup setup, ComparisonRecord record) {
    this.setup = setup;
    this.record = record;
  }

  /**
   * Lays the page out.
   *
   * @param results the results of the models
   * @param command the command line that repeats the run
   * @param versions of everything that can change a number
   * @param wallTime how long the run took
   * @return the page
   */
  public HtmlPage page(
      List<ModelResult> results, String command, Map<String, String> versions, Duration wallTime) {
    ComparisonText text = new ComparisonText(setup);
    List<String> header = text.header();
    List<List<String>> cells =
        text.cells(results).stream().map(ComparisonHtml::typographic).toList();
    HtmlPage page =
        new HtmlPage("Models compared on " + setup.data().train().name())
            .paragraph(header.get(0) + ".")
            .table(new HtmlTable(cells.get(0), cells.subList(1, cells.size())))
            .paragraph(
                "Mean and standard deviation of "
                    + setup.trials()
                    + " trials; times are means per trial.")
            .paragraph(String.join("\n", text.baseline(results)))
            .heading("Pictures")
            .figures(
                new ComparisonPictures(setup, record)
                    .of(results).stream().map(Picture::figure).toList());
    return page.heading("Settings")
        .paragraph(header.get(1) + ".")
        .definitions(settings())
        .heading("Provenance")
        .definitions(provenance(command, versions, wallTime));
  }

  private static List<String> typographic(List<String> row) {
    return row.stream().map(cell -> cell.replace("+-", "±")).toList();
  }

  private Map<String, String> settings() {
    Map<String, String> entries = new LinkedHashMap<>();
    for (ModelSettings model : setup.models()) {
      entries.put(model.kind().title(), join(model.values()));
    }
    return entries;
  }

  private Map<String, String> provenance(
      String command, Map<String, String> versions, Duration wallTime) {
    Map<String, String> entries = new LinkedHashMap<>();
    entries.put("command", command);
    entries.put("seed", setup.seed() + " (trial i, from 0, has this seed + i)");
    new TreeMap<>(setup.data().sha256())
        .descendingMap()
        .forEach((set, hash) -> entries.put("SHA-256, " + set, hash));
    entries.put("versions", join(versions));
    entries.put("wall time", String.format(Locale.ROOT, "%.1f s", wallTime.toMillis() / 1000.0));
    return entries;
  }

  private static String join(Map<String, ?> entries) {
    return entries.entrySet().stream()
        .map(entry -> entry.getKey() + " " + entry.getValue())
        .collect(Collectors.joining(", "));
  }
}
