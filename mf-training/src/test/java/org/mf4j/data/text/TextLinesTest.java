package org.mf4j.data.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mf4j.data.series.DataException;

class TextLinesTest {
  private static final TextKind KIND = new TextKind(".x", TextKind.Comments.marked("#"));

  private static TextLines lines(byte[] bytes) {
    return new TextLines(new ByteArrayInputStream(bytes), "f", KIND);
  }

  private static List<String> all(TextLines lines) {
    List<String> all = new ArrayList<>();
    for (String line = lines.next(); line != null; line = lines.next()) {
      all.add(lines.number() + line);
    }
    return all;
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void linesEndAsTheyDoOnAnySystem(String end) {
    String text = String.join(end, "a", "", "# no", "b", "c");
    assertThat(all(lines(text.getBytes(StandardCharsets.UTF_8)))).containsExactly("1a", "4b", "5c");
    text += end;
    assertThat(all(lines(text.getBytes(StandardCharsets.UTF_8)))).containsExactly("1a", "4b", "5c");
  }

  /** Line ends fall on every place of the buffer. */
  @Test
  void longLinesStayWhole() {
    String line = "x".repeat((1 << 16) - 1);
    String text = (line + "\r\n").repeat(5) + "x".repeat(300_000);
    List<String> all = all(lines(text.getBytes(StandardCharsets.UTF_8)));
    assertThat(all).hasSize(6).contains("1" + line, "5" + line);
    assertThat(all.get(5)).hasSize(300_001);
  }

  /** Fault 4: letters that were lost would make one class of two. */
  @ParameterizedTest
  @CsvSource({
    "windows-1251, \u0441\u043f\u0430\u0434",
    "GBK, \u4e0a\u5347",
    "ISO-8859-1, M\u00fcller"
  })
  void lettersOfOtherEncodingsAreRefused(String encoding, String label) {
    byte[] bytes = ("good,1\n" + label + ",2\n").getBytes(Charset.forName(encoding));
    assertThatThrownBy(() -> all(lines(bytes)))
        .isInstanceOf(DataException.class)
        .hasMessageMatching(
            "f, line 2, column \\d: the letters are not UTF-8; save the file as UTF-8 .*\\.");
  }

  @Test
  void lettersOfOtherEncodingsInCommentsDoNoHarm() {
    byte[] bytes = "# caf\u00e9\na\n".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(all(lines(bytes))).containsExactly("2a");
  }

  /** Fault 16: "Unicode text" of spreadsheets, with and without its mark. */
  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE"})
  void otherUnicodeIsNamed(String encoding) {
    assertThatThrownBy(() -> all(lines("a,1\n".getBytes(Charset.forName(encoding)))))
        .isInstanceOf(DataException.class)
        .hasMessageEndingWith("save the file as UTF-8 (iconv -f UTF-16 -t UTF-8).");
  }

  /** 500 MB without a line end are not collected: with this heap they would not fit. */
  @ParameterizedTest
  @ValueSource(strings = {"1,", "#"})
  void anEndlessLineIsRefusedInBoundedMemory(String beginning) throws IOException {
    try (TextLines lines = new TextLines(endless(beginning), "f", KIND)) {
      assertThatThrownBy(lines::next)
          .isInstanceOf(DataException.class)
          .hasMessage(
              "f, line 1: the line has more than 67108864 characters, which no series has; is this"
                  + " the right file?");
    }
  }

  private static InputStream endless(String beginning) {
    InputStream ones =
        new InputStream() {
          private long left = 500_000_000;

          @Override
          public int read() {
            return left-- > 0 ? '1' : -1;
          }

          @Override
          public int read(byte[] bytes, int offset, int length) {
            int count = (int) Math.min(left, length);
            java.util.Arrays.fill(bytes, offset, offset + Math.max(0, count), (byte) '1');
            left -= count;
            return count == 0 ? -1 : count;
          }
        };
    return new SequenceInputStream(
        new ByteArrayInputStream(beginning.getBytes(StandardCharsets.UTF_8)), ones);
  }

  @Test
  void theDigestIsThatOfTheBytes() {
    TextLines lines = lines("abc".getBytes(StandardCharsets.UTF_8));
    lines.next();
    // FIPS 180-2, B.1.
    assertThat(lines.sha256())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }
}
