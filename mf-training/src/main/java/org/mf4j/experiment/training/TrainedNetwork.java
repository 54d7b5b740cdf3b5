package org.mf4j.experiment.training;

import org.mf4j.data.series.SeriesSet;
import org.mf4j.models.ModelKind;
import org.mf4j.models.ModelSettings;
import org.mf4j.papers.PaperReference;
import org.mf4j.training.TrainingOptions;

/** The networks that are compared, a column of the table each. */
public enum TrainedNetwork {
  /** The heterogeneous reservoir, which is not trained. */
  RESERVOIR("plain-hetero-mf-esn", ModelKind.PLAIN_HETERO_MF_ESN),
  /** The papers' network by the papers' protocol. */
  PAPER("mf-rnn, papers' protocol", ModelKind.MF_RNN) {
    @Override
    ModelSettings settings(SeriesSet train) {
      return PaperReference.of(train).settings(ModelKind.MF_RNN);
    }
  },
  /** The papers' network by {@link TrainingOptions#standard}, as all that follow. */
  STANDARD("mf-rnn", ModelKind.MF_RNN),
  /** The heterogeneous reservoir, trained. */
  HETEROGENEOUS("hetero-mf-rnn", ModelKind.HETERO_MF_RNN),
  /** An LSTM whose last state is read. */
  LSTM("lstm", ModelKind.LSTM),
  /** The heterogeneous network with LSTMs in the place of its neurons. */
  SUMMARY_LSTM("summary-lstm", ModelKind.SUMMARY_LSTM);

  private final String title;
  private final ModelKind kind;

  TrainedNetwork(String title, ModelKind kind) {
    this.title = title;
    this.kind = kind;
  }

  /** {@return its name in tables} */
  public String title() {
    return title;
  }

  ModelKind kind() {
    return kind;
  }

  /** The settings that commands take for a training set. */
  ModelSettings settings(SeriesSet train) {
    ModelSettings papers = PaperReference.of(train).settings(kind);
    return papers.withLearning(papers.learning().byStandardTraining());
  }
}
