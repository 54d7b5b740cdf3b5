package org.mf4j.figures.report;

/**
 * Plain text in HTML. Commons Text would escape it, but needs a newer Commons Lang than DL4J
 * brings.
 */
final class Html {
  private Html() {}

  /** The text as the content of an element or of an attribute in quotes. */
  static String escape(String text) {
    // The ampersand first, which the others bring in.
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
