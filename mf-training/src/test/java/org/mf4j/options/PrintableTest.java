package org.mf4j.options;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintableTest {
  @ParameterizedTest
  @CsvSource({
    "27, \\u001b",
    "0, \\u0000",
    "10, \\u000a",
    "13, \\u000d",
    "127, \\u007f",
    "155, \\u009b",
    "8232, \\u2028",
    "8238, \\u202e"
  })
  void whatATerminalObeysIsEscaped(int character, String escaped) {
    assertThat(Printable.escaped("a" + (char) character + "b")).isEqualTo("a" + escaped + "b");
  }

  @Test
  void lettersStayAsTheyAre() {
    String text = "caf\u00e9, \u4e0a\u5347, \ud83d\ude00 <&>\"";
    assertThat(Printable.escaped(text)).isSameAs(text);
  }
}
