package org.mf4j.layers;

import org.mf4j.cells.MemristiveCell;
import org.mf4j.dynamics.Integration;
import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.engine.Constants;

/**
 * The memristive-friendly recurrent layer, MF-RNN when trained, MF-ESN when frozen. Eqs. (8)-(12)
 * of Pistolesi et al., APL Mach. Learn. 3, 016117 (2025): with u(t+1) = x(t+1) W + h(t) RW + b
 *
 * <pre>
 *   z(t+1) = (b_ - a_) / (1 + exp(-s u(t+1))) + a_          (8),(9)
 *   q(t+1) = (K_p(z(t+1)) + K_d(z(t+1))) * h(t)             (10)
 *   r(t+1) = K_p(z(t+1)) - q(t+1)                           (11)
 *   h(t+1) = deltaT r(t+1) + gamma h(t)                     (12)
 * </pre>
 *
 * h is the normalised conductance of a memristor, in [0, 1] and without unit; the rates of eq. (6)
 * and their constants are {@link MemristiveDynamics}, per unit of time, with deltaT in that unit.
 * {@link Integration#EXACT} replaces the last line by the exact solution. Shapes and parameters are
 * those of every {@link CellRnn}: input {@code [B,nIn,T]}, output {@code [B,nOut,T]}. Use it
 * wherever an {@code LSTM} or {@code SimpleRnn} stands.
 */
public final class MemristiveRnn extends MemristorRnn {
  private static final long serialVersionUID = 1L;

  private MemristiveRnn() {}

  private MemristiveRnn(Builder builder) {
    super(builder);
  }

  @Override
  public MemristiveCell cell() {
    return memristor();
  }

  /**
   * The constants of a layer of a network as they are now, in natural units: the learned ones at
   * their current values, the others as configured.
   *
   * @param layer a layer of memristors of a network, gated or not, or a wrapper such as
   *     LastTimeStep around one
   * @return the constants
   * @throws IllegalArgumentException if it is another kind of layer
   */
  public static MemristiveDynamics dynamicsOf(org.deeplearning4j.nn.api.Layer layer) {
    if (!(layer.conf().getLayer() instanceof MemristorRnn rnn)) {
      throw new IllegalArgumentException(
          "layer of kind "
              + layer.conf().getLayer().getClass().getSimpleName()
              + ": give a MemristiveRnn, or a wrapper around one");
    }
    MemristiveCell cell = rnn.memristor();
    return cell.learned(Constants.of(cell, layer.paramTable()));
  }

  /** Builds a {@link MemristiveRnn}. */
  @SuppressWarnings("unchecked") // DL4J declares <E extends Layer> E build().
  public static final class Builder extends MemristorRnn.Builder<Builder> {
    /** Starts with the defaults. */
    public Builder() {}

    @Override
    protected Builder self() {
      return this;
    }

    /**
     * Builds the configuration.
     *
     * @throws IllegalArgumentException if an option is out of range, or a constant per neuron has
     *     not nOut values
     */
    @Override
    public MemristiveRnn build() {
      return new MemristiveRnn(this);
    }
  }
}
