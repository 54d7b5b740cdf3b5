package org.mf4j.figures.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.mf4j.figures.Drawn;
import org.mf4j.figures.results.PenaltyErrors;

class ReportTest {
  private static final String NASTY = "<script>alert('x')</script> & \"quotes\"";
  private static final String SAFE =
      "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;quotes&quot;";

  private static Report report() {
    return Report.of(NASTY)
        .paragraphs(List.of(NASTY))
        .heading(NASTY)
        .with(Table.of("model", NASTY).row("esn", "0.872"))
        .paragraphs(List.of("first\nsecond", "third"))
        .entries(Map.of(NASTY, NASTY));
  }

  private static String page() {
    PenaltyErrors picture =
        new PenaltyErrors(new double[] {.1, 1}, new double[] {1, 2}, new double[] {2, 3});
    return report().pictures(List.of(picture.figure())).html();
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
        .doesNotContain("http:", "https:", "<script", "@import", "url(")
        .contains("<td>0.872</td>");
    Matcher sources = Pattern.compile("(?:src|href)=\"([^\"]{0,30})").matcher(page());
    assertThat(sources.results().map(result -> result.group(1)))
        .containsExactly("data:,", "data:image/svg+xml;base64,PHN2");
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
  void textHasNoEntriesAndABlankLineAboveSectionsAndBelowTables() {
    assertThat(report().text())
        .containsExactly(
            NASTY, "", "model  " + NASTY, "esn    0.872", "", "first", "second", "third");
  }

  @Test
  void markdownHasAllButThePictures() {
    assertThat(report().markdown())
        .isEqualTo(
            """
            # T

            T

            ## T

            | model | T |
            | -- | -- |
            | esn | 0.872 |

            first
            second

            third

            - T: `T`
            """
                .replace("T", NASTY));
  }
}
