package org.mf4j.layers;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.mf4j.cells.MemristiveCell;
import org.mf4j.dynamics.Integration;
import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.dynamics.PhysicalConstant;
import org.mf4j.engine.Constants;
import org.nd4j.shade.jackson.databind.annotation.JsonDeserialize;
import org.nd4j.shade.jackson.databind.annotation.JsonSerialize;

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
public final class MemristiveRnn extends CellRnn {
  private static final long serialVersionUID = 1L;

  @JsonSerialize(using = DynamicsJson.Writer.class)
  @JsonDeserialize(using = DynamicsJson.Reader.class)
  private MemristiveDynamics dynamics = MemristiveDynamics.paper();

  private Integration integration = Integration.EULER;
  private List<PhysicalConstant> trainable = new ArrayList<>();

  private MemristiveRnn() {}

  private MemristiveRnn(Builder builder) {
    super(builder);
    this.dynamics = builder.dynamics;
    this.integration = builder.integration;
    this.trainable = new ArrayList<>(builder.trainable);
    if (nOut > 0) {
      cell().requireNeurons((int) nOut);
    }
    initializeConstraints(builder);
  }

  @Override
  public MemristiveCell cell() {
    return new MemristiveCell(dynamics, integration, Set.copyOf(trainable));
  }

  /**
   * The constants of a layer of a network as they are now, in natural units: the learned ones at
   * their current values, the others as configured.
   *
   * @param layer a memristive layer of a network, or a wrapper such as LastTimeStep around one
   * @return the constants
   * @throws IllegalArgumentException if it is another kind of layer
   */
  public static MemristiveDynamics dynamicsOf(org.deeplearning4j.nn.api.Layer layer) {
    if (!(layer.conf().getLayer() instanceof MemristiveRnn rnn)) {
      throw new IllegalArgumentException(
          "layer of kind "
              + layer.conf().getLayer().getClass().getSimpleName()
              + ": give a MemristiveRnn, or a wrapper around one");
    }
    MemristiveCell cell = rnn.cell();
    return cell.learned(Constants.of(cell, layer.paramTable()));
  }

  /** {@return the constants at the start of training} */
  public MemristiveDynamics getDynamics() {
    return dynamics;
  }

  /** {@return how a step is integrated} */
  public Integration getIntegration() {
    return integration;
  }

  /** {@return the constants that are parameters of the layer} */
  public List<PhysicalConstant> getTrainable() {
    return List.copyOf(trainable);
  }

  @Override
  public boolean equals(Object other) {
    return super.equals(other)
        && other instanceof MemristiveRnn that
        && dynamics.equals(that.dynamics)
        && integration == that.integration
        && trainable.equals(that.trainable);
  }

  @Override
  public int hashCode() {
    return Objects.hash(super.hashCode(), dynamics, integration, trainable);
  }

  /** Builds a {@link MemristiveRnn}. */
  @SuppressWarnings("unchecked") // DL4J declares <E extends Layer> E build().
  public static final class Builder extends CellRnn.Builder<Builder> {
    private MemristiveDynamics dynamics = MemristiveDynamics.paper();
    private Integration integration = Integration.EULER;
    private Set<PhysicalConstant> trainable = EnumSet.noneOf(PhysicalConstant.class);

    /** Starts with the defaults. */
    public Builder() {}

    /**
     * The constants of the neurons.
     *
     * @param dynamics default {@link MemristiveDynamics#paper()}
     * @return this
     */
    public Builder dynamics(MemristiveDynamics dynamics) {
      this.dynamics = dynamics;
      return this;
    }

    /**
     * How a step is integrated.
     *
     * @param integration default {@link Integration#EULER}, as in the papers
     * @return this
     */
    public Builder integration(Integration integration) {
      this.integration = integration;
      return this;
    }

    /**
     * Makes constants parameters of the layer, learned with the weights. The parameter of a
     * constant has its key ({@code "gamma"}, {@code "deltaT"}, ...) and holds a free number, from
     * which the constant follows (see {@link PhysicalConstant}), so it never leaves its range. That
     * range is wider than where Euler's step is stable (Theorem V.6): where learning drives deltaT
     * or eta_p up, use {@link Integration#EXACT}. {@link MemristiveRnn#dynamicsOf} reads the
     * learned values in natural units.
     *
     * @param constants default none
     * @return this
     */
    public Builder trainable(PhysicalConstant... constants) {
      this.trainable = EnumSet.noneOf(PhysicalConstant.class);
      this.trainable.addAll(List.of(constants));
      return this;
    }

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
