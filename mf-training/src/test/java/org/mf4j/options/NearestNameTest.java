package org.mf4j.options;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {
  private static final List<String> MODELS = List.of("esn", "mf-esn", "rnn", "mf-rnn");

  @ParameterizedTest
  @CsvSource({"mfesn,mf-esn", "MF-RNN,mf-rnn", "lstm,esn", "rn,rnn"})
  void isTheOneOfTheSmallestEditDistance(String typed, String nearest) {
    assertThat(NearestName.of(typed, MODELS)).contains(nearest);
  }

  @Test
  void isNothingIfNothingIsKnown() {
    assertThat(NearestName.of("esn", List.of())).isEmpty();
  }

  @Test
  void similarNamesDifferInHalfOfTheirLettersAtMost() {
    List<String> sets = List.of("GunPoint", "GunPointAgeSpan", "Coffee", "FordB", "FordA");
    assertThat(NearestName.similar("gunpiont", sets)).containsExactly("GunPoint");
    assertThat(NearestName.similar("Ford", sets)).containsExactly("FordA", "FordB");
    assertThat(NearestName.similar("Adiac", sets)).isEmpty();
  }
}
