package org.mf4j.models;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.mf4j.options.NearestName;
import org.mf4j.readout.RidgeOptions;
import org.mf4j.reservoir.ReservoirOptions;
import org.mf4j.training.TrainingOptions;

/**
 * The models that commands know by name, one row each: the four that the papers compare - two
 * cells, each left untrained or trained -, the heterogeneous reservoir, and memristors with gates.
 * Another model is another row, beside its {@link CellSettings}.
 */
public enum ModelKind {
  /** Echo state network: leaky tanh reservoir, ridge readout. */
  ESN("esn", "ESN", () -> reservoir(new LeakySettings(1)), null),
  /** Memristive-friendly echo state network: memristive reservoir, ridge readout. */
  MF_ESN("mf-esn", "MF-ESN", () -> reservoir(MemristiveSettings.paper()), null),
  /** Tanh recurrent network, trained end to end. */
  RNN("rnn", "RNN", () -> trained(new LeakySettings(1)), null),
  /** Memristive-friendly recurrent network, trained end to end. */
  MF_RNN("mf-rnn", "MF-RNN", () -> trained(MemristiveSettings.paper()), null),
  /**
   * Memristive reservoir of neurons that differ, most of which see dilated kernels; the preset
   * reads sixteen summaries of their trajectories.
   */
  HETERO_MF_ESN(
      "hetero-mf-esn",
      "hetero MF-ESN",
      () -> reservoir(MemristiveSettings.paper()),
      () -> MfEsn.heterogeneous(ModelSettings.DEFAULT_UNITS)),
  /**
   * The same without kernels; the preset reads six summaries. What was published as hetero-mf-esn
   * before 2026-11-28 is this.
   */
  PLAIN_HETERO_MF_ESN(
      "plain-hetero-mf-esn",
      "plain hetero MF-ESN",
      () -> reservoir(MemristiveSettings.paper()),
      () -> MfEsn.plainHeterogeneous(ModelSettings.DEFAULT_UNITS)),
  /** MF-RNN in both directions of time. */
  BI_MF_RNN(
      "bi-mf-rnn",
      "bidirectional MF-RNN",
      () -> bothWays(MemristiveSettings.paper()),
      () -> bothWays(new MemristiveSettings(0.95, 5, 0.1))),
  /** The plain heterogeneous reservoir, trained end to end from what it is drawn as. */
  HETERO_MF_RNN(
      "hetero-mf-rnn",
      "hetero MF-RNN",
      () -> hybrid(MemristiveSettings.paper()),
      () -> MfRnn.heterogeneous(ModelSettings.DEFAULT_UNITS)),
  /**
   * Memristive network with gates on the rates of its neurons, trained end to end. The preset has
   * the constants that the papers select most often, gamma = 1 since the gates say what is
   * forgotten.
   */
  GATED_MF_RNN(
      "gated-mf-rnn",
      "gated MF-RNN",
      () -> trained(MemristiveSettings.paper().withGates(1)),
      () -> trained(new MemristiveSettings(1, 5, 0.1).withGates(1))),
  /** An LSTM in the place of the memristive layer, trained end to end. */
  LSTM("lstm", "LSTM", () -> trained(new LstmSettings(1)), () -> trained(new LstmSettings(1))),
  /** The heterogeneous MF-RNN with LSTMs in the place of its neurons. */
  SUMMARY_LSTM(
      "summary-lstm",
      "LSTM with summaries",
      () -> hybrid(new LstmSettings(1)),
      () -> MfRnn.heterogeneous(ModelSettings.DEFAULT_UNITS).withCell(new LstmSettings(1)));

  /** The name of {@link #HETERO_MF_ESN} in files of the time when it was new. */
  private static final String KERNEL_MF_ESN = "kernel-mf-esn";

  private final String id;
  private final String title;

  // Both are methods without state.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Supplier<ModelSettings> plain;

  @SuppressWarnings("ImmutableEnumChecker")
  private final Supplier<ModelSettings> preset;

  ModelKind(
      String id, String title, Supplier<ModelSettings> plain, Supplier<ModelSettings> preset) {
    this.id = id;
    this.title = title;
    this.plain = plain;
    this.preset = preset;
  }

  /**
   * What is compared where nobody says what: the papers' models and the reservoir that beats them
   * in seconds; a trained model of our own takes as long as all of these.
   *
   * @return the kinds
   */
  public static List<ModelKind> compared() {
    return List.of(ESN, MF_ESN, RNN, MF_RNN, HETERO_MF_ESN);
  }

  private static ModelSettings reservoir(CellSettings cell) {
    return new ModelSettings(ModelSettings.DEFAULT_UNITS, cell, drawn());
  }

  private static ReservoirLearning drawn() {
    return new ReservoirLearning(
        Reading.lastState(), new ReservoirOptions(1, 0, 1), RidgeOptions.fixed(1));
  }

  private static ModelSettings hybrid(CellSettings cell) {
    return new ModelSettings(
        ModelSettings.DEFAULT_UNITS, cell, new Hybrid(drawn(), TrainingOptions.paper(0.001)));
  }

  private static ModelSettings bothWays(CellSettings cell) {
    return trained(cell).withLearning(new GradientLearning(TrainingOptions.paper(0.001), true));
  }

  private static ModelSettings trained(CellSettings cell) {
    return new ModelSettings(
        ModelSettings.DEFAULT_UNITS, cell, new GradientLearning(TrainingOptions.paper(0.001)));
  }

  /**
   * The name in commands and files.
   *
   * @return for example {@code mf-esn}
   */
  public String id() {
    return id;
  }

  /**
   * The name as the papers write it.
   *
   * @return for example {@code MF-ESN}
   */
  public String title() {
    return title;
  }

  /**
   * {@return the cell and the learning of this model with their usual numbers, selected for
   * nothing}
   */
  public ModelSettings plain() {
    return plain.get();
  }

  /** {@return settings that serve every task, of a model that the papers do not have} */
  public Optional<ModelSettings> preset() {
    return Optional.ofNullable(preset).map(Supplier::get);
  }

  /** {@return whether the recurrent weights are trained, not those of a reservoir} */
  public boolean isTrained() {
    return plain().learning().isTrained();
  }

  /** {@return what this model is once its recurrent weights are trained; itself if they are} */
  public ModelKind trained() {
    return plain().cell().kind(true);
  }

  /**
   * Finds a kind by its name, in any letter case.
   *
   * @param name an {@link #id()}
   * @return the kind of that name
   * @throws IllegalArgumentException if there is none; the message names the nearest one
   */
  public static ModelKind of(String name) {
    return Arrays.stream(values())
        .filter(kind -> kind.id.equalsIgnoreCase(name))
        .findFirst()
        .or(
            () ->
                KERNEL_MF_ESN.equalsIgnoreCase(name)
                    ? Optional.of(HETERO_MF_ESN)
                    : Optional.empty())
        .orElseThrow(() -> new IllegalArgumentException(unknown(name)));
  }

  private static String unknown(String name) {
    List<String> known = Arrays.stream(values()).map(ModelKind::id).toList();
    return "model " + name + ": " + NearestName.unknown(name, known);
  }
}
