package org.mf4j.models;

import java.util.Arrays;
import java.util.List;
import org.mf4j.options.NearestName;

/**
 * The four models that the papers compare - two cells, each left untrained or trained - and the
 * heterogeneous reservoir.
 */
public enum ModelKind {
  /** Echo state network: leaky tanh reservoir, ridge readout. */
  ESN("esn", "ESN"),
  /** Memristive-friendly echo state network: memristive reservoir, ridge readout. */
  MF_ESN("mf-esn", "MF-ESN"),
  /** Tanh recurrent network, trained end to end. */
  RNN("rnn", "RNN"),
  /** Memristive-friendly recurrent network, trained end to end. */
  MF_RNN("mf-rnn", "MF-RNN"),
  /** Memristive reservoir of neurons that differ, read by summaries of their trajectories. */
  HETERO_MF_ESN("hetero-mf-esn", "hetero MF-ESN");

  private final String id;
  private final String title;

  ModelKind(String id, String title) {
    this.id = id;
    this.title = title;
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
        .orElseThrow(() -> new IllegalArgumentException(unknown(name)));
  }

  private static String unknown(String name) {
    List<String> known = Arrays.stream(values()).map(ModelKind::id).toList();
    return String.format(
        "model %s: unknown; did you mean %s? (known: %s)",
        name, NearestName.of(name, known).orElseThrow(), String.join(", ", known));
  }
}
