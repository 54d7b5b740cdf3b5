package org.mf4j.figures.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.mf4j.figures.Drawn;
import org.mf4j.figures.results.RidgePath;

class HtmlPageTest {
  private static final String NASTY = "<script>alert('x')</script> & \"quotes\"";
  private static final String SAFE =
      "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;quotes&quot;";

  private static String page() {
    RidgePath picture =
        new RidgePath(new double[] {.1, 1}, new double[] {1, 2}, new double[] {2, 3});
    return new HtmlPage(NASTY)
        .paragraph(NASTY)
        .heading(NASTY)
        .table(new HtmlTable(List.of("model", NASTY), List.of(List.of("esn", "0.872"))))
        .definitions(Map.of(NASTY, NASTY))
        .figures(List.of(picture.figure()))
        .html();
  }

  @Test
  void everyTextIsEscaped() {
    assertThat(page()).doesNotContain("<script").doesNotContain("alert('x')");
    // Title, heading of the page, paragraph, heading, column, term and definition.
    assertThat(page().split(Pattern.quote(SAFE), -1)).hasSize(8);
  }

  @Test
  void nothingIsLoaded() {
    assertThat(page())
        .doesNotContain("http:", "https:", "<link", "<script", "@import", "url(")
        .contains("<td>0.872</td>");
    Matcher sources = Pattern.compile("src=\"([^\"]{0,30})").matcher(page());
    assertThat(sources.results().map(result -> result.group(1)))
        .containsExactly("data:image/svg+xml;base64,PHN2");
  }

  @Test
  void thePictureInsideIsTheSvg() {
    Matcher source = Pattern.compile("base64,([^\"]*)\"").matcher(page());
    assertThat(source.find()).isTrue();
    byte[] svg = Base64.getDecoder().decode(source.group(1));
    assertThat(
            Drawn.xml(new String(svg, StandardCharsets.UTF_8))
                .getDocumentElement()
                .getTextContent())
        .contains("ridge penalty λ");
  }

  @Test
  void aTableRefusesARaggedRow() {
    assertThatThrownBy(() -> new HtmlTable(List.of("a", "b"), List.of(List.of("1"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("row: 1 cells in a table of 2 columns");
  }
}
