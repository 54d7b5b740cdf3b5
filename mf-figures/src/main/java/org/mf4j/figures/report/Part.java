package org.mf4j.figures.report;

import static java.util.stream.Collectors.joining;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mf4j.figures.Figure;

/** A part of a report, which knows how it is written in every format. */
public sealed interface Part
    permits Part.Heading, Part.Paragraph, Part.Entries, Part.Pictures, Table {
  /** {@return the part as HTML, all of its texts escaped} */
  String html();

  /** {@return the part as lines of Markdown; none if it cannot be shown there} */
  List<String> markdown();

  /** {@return the part as lines for a terminal; none if it has no place there} */
  List<String> text();

  /**
   * The heading of a section; on a terminal, a blank line.
   *
   * @param title plain text
   */
  record Heading(String title) implements Part {
    @Override
    public String html() {
      return "<h2>" + Html.escape(title) + "</h2>";
    }

    @Override
    public List<String> markdown() {
      return List.of("## " + title);
    }

    @Override
    public List<String> text() {
      return List.of();
    }
  }

  /**
   * Some sentences.
   *
   * @param sentences plain text
   */
  record Paragraph(String sentences) implements Part {
    @Override
    public String html() {
      return "<p>" + Html.escape(sentences) + "</p>";
    }

    @Override
    public List<String> markdown() {
      return text();
    }

    @Override
    public List<String> text() {
      return sentences.lines().toList();
    }
  }

  /**
   * Names and values, for what repeats a run; they are not for terminals.
   *
   * @param values in the order wanted
   */
  record Entries(Map<String, String> values) implements Part {
    /** Later changes of the map are not seen here. */
    public Entries {
      values = new LinkedHashMap<>(values);
    }

    @Override
    public String html() {
      return values.entrySet().stream()
          .map(
              e -> "<dt>%s</dt><dd>%s</dd>\n".formatted(escaped(e.getKey()), escaped(e.getValue())))
          .collect(joining("", "<dl>\n", "</dl>"));
    }

    private static String escaped(String text) {
      return Html.escape(text);
    }

    @Override
    public List<String> markdown() {
      return values.entrySet().stream()
          .map(entry -> "- " + entry.getKey() + ": `" + entry.getValue() + "`")
          .toList();
    }

    @Override
    public List<String> text() {
      return List.of();
    }
  }

  /**
   * Pictures with their captions, in HTML only: side by side where the page is wide enough.
   *
   * @param figures the pictures
   */
  record Pictures(List<Figure> figures) implements Part {
    /** Later changes of the list are not seen here. */
    public Pictures {
      figures = List.copyOf(figures);
    }

    @Override
    public String html() {
      return figures.stream()
          .map(Pictures::html)
          .collect(joining("", "<div class=\"figures\">\n", "</div>"));
    }

    private static String html(Figure figure) {
      byte[] svg = figure.svg().getBytes(StandardCharsets.UTF_8);
      String caption = Html.escape(figure.caption());
      return "<figure><img alt=\"%s\" width=\"%d\" height=\"%d\" src=\"data:image/svg+xml;base64,%s\">"
              .formatted(
                  caption,
                  figure.totalWidth(),
                  figure.totalHeight(),
                  Base64.getEncoder().encodeToString(svg))
          + "<figcaption>%s</figcaption></figure>\n".formatted(caption);
    }

    @Override
    public List<String> markdown() {
      return List.of();
    }

    @Override
    public List<String> text() {
      return List.of();
    }
  }
}
