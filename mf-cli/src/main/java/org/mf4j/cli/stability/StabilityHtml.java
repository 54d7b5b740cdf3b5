package org.mf4j.cli.stability;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mf4j.figures.Picture;
import org.mf4j.figures.html.HtmlPage;
import org.mf4j.figures.html.HtmlTable;
import org.mf4j.figures.text.TextTable;
import org.mf4j.stability.report.StabilityReport;

/** A stability report as one page: verdict, conditions, pictures and what repeats the run. */
public final class StabilityHtml {
  private final StabilityReport report;

  /**
   * A report.
   *
   * @param report what is reported
   */
  public StabilityHtml(StabilityReport report) {
    this.report = report;
  }

  /**
   * Lays the page out.
   *
   * @param command the command line that repeats the run
   * @param versions of everything that can change a number
   * @return the page
   */
  public HtmlPage page(String command, Map<String, String> versions) {
    StabilityText text = new StabilityText(report);
    HtmlPage page = new HtmlPage("Stability of " + report.subject().name());
    text.summary().forEach(page::paragraph);
    List<List<String>> conditions = text.conditions().rows();
    page.heading("Conditions")
        .table(new HtmlTable(conditions.get(0), conditions.subList(1, conditions.size())))
        .heading("Quantities")
        .table(quantities(text.quantities()));
    text.capacities().ifPresent(table -> page.heading("Capacities").table(quantities(table)));
    Map<String, String> provenance = new LinkedHashMap<>();
    provenance.put("command", command);
    provenance.put("versions", join(versions));
    return page.heading("Pictures")
        .figures(new StabilityPictures(report).of().stream().map(Picture::figure).toList())
        .heading("Settings")
        .definitions(settings())
        .heading("Provenance")
        .definitions(provenance);
  }

  private static HtmlTable quantities(TextTable table) {
    return new HtmlTable(List.of("quantity", "value"), table.rows());
  }

  private Map<String, String> settings() {
    Map<String, String> entries = new LinkedHashMap<>();
    report.subject().settings().forEach((name, value) -> entries.put(name, value.toString()));
    return entries;
  }

  private static String join(Map<String, String> entries) {
    return entries.entrySet().stream()
        .map(entry -> entry.getKey() + " " + entry.getValue())
        .collect(Collectors.joining(", "));
  }
}
