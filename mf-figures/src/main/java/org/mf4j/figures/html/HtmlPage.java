package org.mf4j.figures.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.mf4j.figures.Figure;

/**
 * One HTML file that needs nothing else: pictures are inside, as SVG; no script, no network. All
 * texts are escaped. Reads well from 400 pixels of width on.
 */
public final class HtmlPage {
  private static final String TEMPLATE = "page.html";

  private final String title;
  private final StringBuilder body = new StringBuilder();

  /**
   * An empty page.
   *
   * @param title its title and first heading
   */
  public HtmlPage(String title) {
    this.title = title;
  }

  /**
   * Adds a paragraph.
   *
   * @param text plain text
   * @return this
   */
  public HtmlPage paragraph(String text) {
    return add(HtmlText.paragraph(text));
  }

  /**
   * Adds a heading of a section.
   *
   * @param text plain text
   * @return this
   */
  public HtmlPage heading(String text) {
    return add("<h2>" + HtmlText.escape(text) + "</h2>");
  }

  /**
   * Adds a table.
   *
   * @param table the table
   * @return this
   */
  public HtmlPage table(HtmlTable table) {
    return add("<div class=\"scroll\">" + table.html() + "</div>");
  }

  /**
   * Adds names and values, one below the other.
   *
   * @param entries in the order wanted
   * @return this
   */
  public HtmlPage definitions(Map<String, String> entries) {
    add("<dl>");
    entries.forEach(
        (k, v) -> add("<dt>" + HtmlText.escape(k) + "</dt><dd>" + HtmlText.escape(v) + "</dd>"));
    return add("</dl>");
  }

  /**
   * Adds pictures with their captions, side by side where the page is wide enough.
   *
   * @param figures the pictures
   * @return this
   */
  public HtmlPage figures(List<Figure> figures) {
    add("<div class=\"figures\">");
    figures.forEach(figure -> add(html(figure)));
    return add("</div>");
  }

  /** {@return the whole page} */
  public String html() {
    return template().replace("{{title}}", HtmlText.escape(title)).replace("{{body}}", body);
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

  private static String html(Figure figure) {
    String svg = Base64.getEncoder().encodeToString(figure.svg().getBytes(StandardCharsets.UTF_8));
    String caption = HtmlText.escape(figure.caption());
    return "<figure><img alt=\"%s\" width=\"%d\" height=\"%d\" src=\"data:image/svg+xml;base64,%s\">"
            .formatted(caption, figure.totalWidth(), figure.totalHeight(), svg)
        + "<figcaption>"
        + caption
        + "</figcaption></figure>";
  }

  private HtmlPage add(String element) {
    body.append(element).append('\n');
    return this;
  }

  private static String template() {
    try (InputStream in = HtmlPage.class.getResourceAsStream(TEMPLATE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
