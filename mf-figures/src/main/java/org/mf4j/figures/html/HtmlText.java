package org.mf4j.figures.html;

/**
 * Plain text in HTML. Commons Text would escape it, but needs a newer Commons Lang than DL4J
 * brings.
 */
public final class HtmlText {
  private HtmlText() {}

  /**
   * The text as the content of an element or of an attribute in quotes.
   *
   * @param text plain text
   * @return the text, escaped
   */
  public static String escape(String text) {
    // The ampersand first, which the others bring in.
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /**
   * The text as one {@code <p>} element.
   *
   * @param text plain text
   * @return the element
   */
  public static String paragraph(String text) {
    return "<p>" + escape(text) + "</p>";
  }
}
