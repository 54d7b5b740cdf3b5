package org.mf4j.figures.html;

/** Text for HTML. Commons Text would do it, but needs a newer Commons Lang than DL4J brings. */
final class Escape {
  private Escape() {}

  /** The text as the content of an element or of an attribute in quotes. */
  static String html(String text) {
    // The ampersand first, which the others bring in.
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
