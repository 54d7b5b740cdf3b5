package org.mf4j.figures.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableTest {
  @Test
  void everyMethodGivesANewTable() {
    Table empty = Table.of("model", "accuracy");
    Table full = empty.row("ESN", 0.87);
    assertThat(empty.rows()).isEmpty();
    assertThat(full.text()).containsExactly("model  accuracy", "ESN    0.87");
  }

  @Test
  void aRowHasACellPerColumn() {
    assertThatThrownBy(() -> Table.of("a", "b").row(1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("row: 1 cells in a table of 2 columns");
  }

  @ParameterizedTest
  @CsvSource({
    "0.87, 0.87",
    "0.8712345, 0.8712",
    "-0.00098765, -0.0009877",
    "0.0001, 0.0001",
    "0.00001234567, 1.235e-5",
    "0.000099999, 1e-4",
    "-1e-300, -1e-300",
    "0, 0",
    "100, 100",
    "1234.5, 1235",
    "123456, 123500",
    "1e7, 1e7",
    "123456789, 1.235e8",
    "NaN, NaN",
    "-Infinity, -Infinity"
  })
  void floatingPointNumbersHaveFourDigits(double value, String text) {
    assertThat(Table.of("x").row(value).rows().get(0)).containsExactly(text);
  }

  @Test
  void otherValuesAreTheirText() {
    Table table =
        Table.of("int", "float", "null", "enum").row(123456, 0.1f, null, Thread.State.NEW);
    assertThat(table.rows()).containsExactly(List.of("123456", "0.1", "null", "NEW"));
  }

  @Test
  void aTableWithoutHeaderIsItsRows() {
    Table table = Table.of().row("a", "1").row("long", "2");
    assertThat(table.text()).containsExactly("a     1", "long  2");
    assertThat(table.html())
        .isEqualTo(
            "<table><tbody><tr><td>a</td><td>1</td></tr>\n<tr><td>long</td><td>2</td></tr>\n"
                + "</tbody></table>");
    assertThatThrownBy(() -> table.row("a")).hasMessage("row: 1 cells in a table of 2 columns");
  }

  @Test
  void csvQuotesWhereItMust() {
    assertThat(Table.of("a", "b").row("1,2", "say \"hi\"").row("c", -2e-9).csv())
        .isEqualTo("a,b\n\"1,2\",\"say \"\"hi\"\"\"\nc,-2e-9\n");
  }

  @Test
  void deviationsAndBarsAreWrittenAsTheFormatHasThem() {
    Table table = Table.of("x").row("1 +- 2 | 3");
    assertThat(table.markdown()).containsExactly("| x |", "| -- |", "| 1 ± 2 \\| 3 |");
    assertThat(table.html()).contains("<td>1 ± 2 | 3</td>");
    assertThat(table.text()).containsExactly("x", "1 +- 2 | 3");
  }

  @Test
  void aSentenceMayBeBrokenIntoLinesOnANarrowPage() {
    String sentence = "0.8 to 0.8 steps to fade to 1/e without coupling";
    assertThat(Table.of("times", "of what").row(sentence, "n").html())
        .contains("<td class=\"sentence\">" + sentence + "</td><td>n</td>");
  }
}
