package org.mf4j.layers;

import org.mf4j.cells.GatedMemristiveCell;

/**
 * The memristive layer with gates on the rates, not in the papers: every neuron decides from input
 * and states for which share of a step its device is exposed to what potentiates it, and to what
 * depresses it. With (u, w_p, w_d) = x W + h RW + b
 *
 * <pre>
 *   z(t+1)   = (b_ - a_) / (1 + exp(-s u)) + a_                       (8),(9)
 *   a_p      = 1/(1 + exp(-w_p)),   a_d = 1/(1 + exp(-w_d))
 *   h(t+1)   = deltaT (a_p K_p(z) - (a_p K_p(z) + a_d K_d(z)) h(t)) + gamma h(t)
 * </pre>
 *
 * As hardware, a gate is the duty cycle of an access transistor (1T1R). As a network, a_p is the
 * input gate and 1 - deltaT a_d K_d the forget gate of an LSTM: closed gates hold the state over
 * any number of steps, where the ungated neuron forgets at a rate of K_d at least. [0, 1] is
 * invariant wherever it is for {@link MemristiveRnn} with the same constants ({@link
 * org.mf4j.dynamics.GatedStep}). With gates of weight 0 and bias beta it is {@link MemristiveRnn}
 * with K_p0 and K_d0 times 1/(1 + exp(-beta)).
 *
 * <p>Shapes are those of every {@link CellRnn} with k = 3: {@code "W"} [nIn,3 nOut], {@code "RW"}
 * [nOut,3 nOut], {@code "b"} [1,3 nOut], the columns of u, then of w_p, then of w_d. The drive is
 * rescaled: without bounds of the rates a gate could not keep the state in [0, 1].
 */
public final class GatedMemristiveRnn extends MemristorRnn {
  private static final long serialVersionUID = 1L;

  private double gateBias = Builder.GATE_BIAS;

  private GatedMemristiveRnn() {}

  private GatedMemristiveRnn(Builder builder) {
    super(builder);
    this.gateBias = builder.gateBias;
    if (!Double.isFinite(gateBias)) {
      throw new IllegalArgumentException("gateBias = " + gateBias + ": must be finite");
    }
  }

  @Override
  public GatedMemristiveCell cell() {
    return new GatedMemristiveCell(memristor());
  }

  @Override
  public double initialBias(int preActivation) {
    return preActivation == 0 ? super.initialBias(0) : gateBias;
  }

  /** {@return what the biases of the gates start at} */
  public double getGateBias() {
    return gateBias;
  }

  @Override
  public boolean equals(Object other) {
    return super.equals(other)
        && other instanceof GatedMemristiveRnn that
        && gateBias == that.gateBias;
  }

  @Override
  public int hashCode() {
    return 31 * super.hashCode() + Double.hashCode(gateBias);
  }

  /** Builds a {@link GatedMemristiveRnn}. */
  @SuppressWarnings("unchecked") // DL4J declares <E extends Layer> E build().
  public static final class Builder extends MemristorRnn.Builder<Builder> {
    private static final double GATE_BIAS = 1;

    private double gateBias = GATE_BIAS;

    /** Starts with the defaults. */
    public Builder() {}

    /**
     * What the biases of both gates start at; the higher, the wider open. An LSTM's forget gate
     * starts open for the same reason (Jozefowicz et al., ICML 2015): the gradient passes.
     *
     * @param gateBias default 1, gates 73 % open
     * @return this
     */
    public Builder gateBias(double gateBias) {
      this.gateBias = gateBias;
      return this;
    }

    @Override
    protected Builder self() {
      return this;
    }

    /**
     * Builds the configuration.
     *
     * @throws IllegalArgumentException if an option is out of range, the drive is not rescaled, or
     *     a constant per neuron has not nOut values
     */
    @Override
    public GatedMemristiveRnn build() {
      return new GatedMemristiveRnn(this);
    }
  }
}
