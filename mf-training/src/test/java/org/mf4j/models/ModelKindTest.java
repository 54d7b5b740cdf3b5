package org.mf4j.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelKindTest {
  @ParameterizedTest
  @CsvSource({
    "esn, ESN",
    "mf-esn, MF_ESN",
    "MF-ESN, MF_ESN",
    "rnn, RNN",
    "Mf-Rnn, MF_RNN",
    "hetero-mf-esn, HETERO_MF_ESN",
    "kernel-mf-esn, HETERO_MF_ESN",
    "plain-hetero-mf-esn, PLAIN_HETERO_MF_ESN",
    "bi-mf-rnn, BI_MF_RNN",
    "hetero-mf-rnn, HETERO_MF_RNN",
    "gated-mf-rnn, GATED_MF_RNN",
    "lstm, LSTM",
    "summary-lstm, SUMMARY_LSTM"
  })
  void isFoundByItsNameInAnyLetterCase(String name, ModelKind kind) {
    assertThat(ModelKind.of(name)).isEqualTo(kind);
  }

  @Test
  void anUnknownNameIsAnsweredByTheNearest() {
    assertThatThrownBy(() -> ModelKind.of("mfesn"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "model mfesn: unknown; did you mean mf-esn? (known: esn, mf-esn, rnn, mf-rnn,"
                + " hetero-mf-esn, plain-hetero-mf-esn, bi-mf-rnn, hetero-mf-rnn, gated-mf-rnn, lstm,"
                + " summary-lstm)");
  }
}
