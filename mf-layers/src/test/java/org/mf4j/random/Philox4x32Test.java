package org.mf4j.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Philox4x32Test {
  /** The known answers of Random123 1.14, tests/kat_vectors, "philox4x32 10". */
  @ParameterizedTest
  @CsvSource({
    "00000000 00000000 00000000 00000000, 00000000 00000000, 6627e8d5 e169c58d bc57ac4c 9b00dbd8",
    "ffffffff ffffffff ffffffff ffffffff, ffffffff ffffffff, 408f276d 41c83b0e a20bc7c6 6d5451fd",
    "243f6a88 85a308d3 13198a2e 03707344, a4093822 299f31d0, d16cfe09 94fdcceb 5001e420 24126ea1",
  })
  void givesThePublishedAnswers(String counter, String key, String answer) {
    int[] words = words(counter);
    int[] keys = words(key);
    new Philox4x32((long) keys[1] << 32 | (keys[0] & 0xFFFFFFFFL)).apply(words);
    assertThat(words).containsExactly(words(answer));
  }

  private static int[] words(String hexadecimal) {
    return Pattern.compile(" ")
        .splitAsStream(hexadecimal)
        .mapToInt(word -> Integer.parseUnsignedInt(word, 16))
        .toArray();
  }
}
