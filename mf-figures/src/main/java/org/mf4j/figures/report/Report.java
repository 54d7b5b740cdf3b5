package org.mf4j.figures.report;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mf4j.figures.Figure;

/**
 * A title and parts, immutable: every method that adds a part gives a new report. As HTML it is one
 * file that needs nothing else: pictures are inside, as SVG; no script, no network; it reads well
 * from 400 pixels of width on.
 *
 * @param title its title and first heading
 * @param parts in the order in which they are read
 */
public record Report(String title, List<Part> parts) {
  private static final String TEMPLATE = "page.html";

  /** Later changes of the list are not seen here. */
  public Report {
    parts = List.copyOf(parts);
  }

  /**
   * A report without parts.
   *
   * @param title its title and first heading
   * @return the report
   */
  public static Report of(String title) {
    return new Report(title, List.of());
  }

  /**
   * The same report with one more part.
   *
   * @param part the part
   * @return the report
   */
  public Report with(Part part) {
    return new Report(title, Stream.concat(parts.stream(), Stream.of(part)).toList());
  }

  /**
   * The same report with one more heading of a section.
   *
   * @param text plain text
   * @return the report
   */
  public Report heading(String text) {
    return with(new Part.Heading(text));
  }

  /**
   * The same report with one more paragraph each.
   *
   * @param texts plain texts
   * @return the report
   */
  public Report paragraphs(List<String> texts) {
    return new Report(
        title, Stream.concat(parts.stream(), texts.stream().map(Part.Paragraph::new)).toList());
  }

  /**
   * The same report with names and values, one below the other.
   *
   * @param values in the order wanted
   * @return the report
   */
  public Report entries(Map<String, String> values) {
    return with(new Part.Entries(values));
  }

  /**
   * The same report with pictures and their captions.
   *
   * @param figures the pictures
   * @return the report
   */
  public Report pictures(List<Figure> figures) {
    return with(new Part.Pictures(figures));
  }

  /** {@return a whole page} */
  public String html() {
    String body = parts.stream().map(Report::html).collect(joining("\n", "", "\n"));
    return template().replace("{{title}}", Html.escape(title)).replace("{{body}}", body);
  }

  /** Tables wider than the page scroll. */
  private static String html(Part part) {
    return part instanceof Table ? "<div class=\"scroll\">" + part.html() + "</div>" : part.html();
  }

  private static String template() {
    try (InputStream in = Report.class.getResourceAsStream(TEMPLATE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Writes the page in UTF-8.
   *
   * @param file the file to create
   * @throws IOException if writing fails
   */
  public void writeTo(Path file) throws IOException {
    Files.writeString(file, html());
  }

  /** {@return the report in Markdown, without the pictures} */
  public String markdown() {
    return parts.stream()
        .map(part -> String.join("\n", part.markdown()))
        .filter(text -> !text.isEmpty())
        .collect(joining("\n\n", "# " + title + "\n\n", "\n"));
  }

  /** {@return the lines for a terminal, sections and what follows a table after a blank line} */
  public List<String> text() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      boolean afterTable = i > 0 && parts.get(i - 1) instanceof Table;
      if (parts.get(i) instanceof Part.Heading
          || (afterTable && parts.get(i) instanceof Part.Paragraph)) {
        lines.add("");
      }
      lines.addAll(parts.get(i).text());
    }
    return lines;
  }
}
