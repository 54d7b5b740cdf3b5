package org.mf4j.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mf4j.data.ControlCharts;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.models.MfRnn;
import org.mf4j.models.ModelFitter;
import org.mf4j.models.ModelKind;
import org.mf4j.models.ModelSettings;
import org.mf4j.models.TrainingSettings;

/** Ended after some epochs and gone on with, training has the bits that it has in one go. */
class ResumedTrainingTest {
  private static final int EPOCHS = 7;
  private static final SeriesSet CHARTS = ControlCharts.generate(3).train();

  /** Ends training after some epochs and keeps what was told. */
  private static final class Told implements EpochListener {
    private final int last;
    private final Optional<TrainingState> from;
    private final List<Double> losses = new ArrayList<>();
    private TrainingState stopped;

    Told(int last, Optional<TrainingState> from) {
      this.last = last;
      this.from = from;
    }

    @Override
    public void onEpoch(int epoch, int epochs, double loss) {
      losses.add(loss);
    }

    @Override
    public boolean stops() {
      return losses.size() == last;
    }

    @Override
    public Optional<TrainingState> resumed() {
      return from;
    }

    @Override
    public void onStopped(TrainingState state) {
      stopped = state;
    }
  }

  private static float[] fit(ModelSettings settings, EpochListener listener)
      throws InterruptedException {
    return new ModelFitter(settings)
        .fit(CHARTS, 3, listener)
        .network()
        .params()
        .dup()
        .data()
        .asFloat();
  }

  private static TrainingState throughAFile(TrainingState state) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    state.write(new DataOutputStream(bytes));
    return TrainingState.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
  }

  private static ModelSettings settings(String way) {
    ModelSettings plain =
        TrainingSettings.EPOCHS.set(ModelKind.MF_RNN.plain().withUnits(8), EPOCHS);
    return switch (way) {
      case "last weights" -> TrainingSettings.PATIENCE.set(plain, 3);
      case "best weights" -> TrainingSettings.RESTORE_BEST.set(plain, true);
      case "watching a share" ->
          TrainingSettings.VALIDATION_SHARE.set(
              TrainingSettings.RESTORE_BEST.set(plain, true), 0.3);
      case "by a cosine" -> TrainingSettings.SCHEDULE.set(plain, new Schedule.CosinePerUpdate(0.1));
      case "with dropout" ->
          TrainingSettings.DROPOUT.set(
              TrainingSettings.EPOCHS.set(MfRnn.heterogeneous(8), EPOCHS), 0.3);
      default -> TrainingSettings.EPOCHS.set(MfRnn.heterogeneous(8), EPOCHS);
    };
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "last weights",
        "best weights",
        "watching a share",
        "by a cosine",
        "heterogeneous",
        "with dropout"
      })
  void endsWithTheSameBits(String way) throws IOException, InterruptedException {
    ModelSettings settings = TrainingSettings.BATCH_SIZE.set(settings(way), 70);
    Told whole = new Told(0, Optional.empty());
    float[] expected = fit(settings, whole);
    Told begun = new Told(3, Optional.empty());
    assertThat(fit(settings, begun)).isNotEqualTo(expected);
    Told ended = new Told(0, Optional.of(throughAFile(begun.stopped)));
    assertThat(fit(settings, ended)).isEqualTo(expected);
    List<Double> losses = new ArrayList<>(begun.losses);
    losses.addAll(ended.losses);
    assertThat(losses).isEqualTo(whole.losses).hasSize(EPOCHS);
  }

  @Test
  void trainingThatIsOverLeavesNoState() throws InterruptedException {
    Told told = new Told(EPOCHS, Optional.empty());
    fit(settings("last weights"), told);
    assertThat(told.stopped).isNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 20, 100})
  void aStateThatWasCutOffIsNotRead(int length) throws IOException, InterruptedException {
    Told told = new Told(2, Optional.empty());
    fit(settings("best weights"), told);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    told.stopped.write(new DataOutputStream(bytes));
    byte[] cut = Arrays.copyOf(bytes.toByteArray(), length);
    assertThatThrownBy(() -> TrainingState.read(new DataInputStream(new ByteArrayInputStream(cut))))
        .isInstanceOf(EOFException.class);
  }
}
