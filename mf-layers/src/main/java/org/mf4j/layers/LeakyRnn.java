package org.mf4j.layers;

import org.mf4j.cells.LeakyCell;
import org.mf4j.cells.RecurrentCell;

/**
 * The leaky-integrator tanh layer of the echo state network (Jaeger et al., Neural Networks 20,
 * 335, 2007): h(t+1) = (1 - a) h(t) + a tanh(x(t+1) W + h(t) RW + b), with leak rate a. At a = 1 it
 * is the simple recurrent layer. The papers' baseline: ESN when frozen, RNN when trained. Shapes
 * and parameters are those of every {@link CellRnn}.
 */
public final class LeakyRnn extends CellRnn {
  private static final long serialVersionUID = 1L;

  private double leakRate = 1;

  private LeakyRnn() {}

  private LeakyRnn(Builder builder) {
    super(builder);
    this.leakRate = new LeakyCell(builder.leakRate).leakRate();
    initializeConstraints(builder);
  }

  @Override
  public RecurrentCell cell() {
    return new LeakyCell(leakRate);
  }

  /** {@return a, in (0, 1]} */
  public double getLeakRate() {
    return leakRate;
  }

  @Override
  public boolean equals(Object other) {
    return super.equals(other) && other instanceof LeakyRnn that && leakRate == that.leakRate;
  }

  @Override
  public int hashCode() {
    return 31 * super.hashCode() + Double.hashCode(leakRate);
  }

  /** Builds a {@link LeakyRnn}. */
  @SuppressWarnings("unchecked") // DL4J declares <E extends Layer> E build().
  public static final class Builder extends CellRnn.Builder<Builder> {
    private double leakRate = 1;

    /** Starts with the defaults. */
    public Builder() {}

    /**
     * How much of the state a step replaces.
     *
     * @param leakRate a, in (0, 1]; default 1
     * @return this
     */
    public Builder leakRate(double leakRate) {
      this.leakRate = leakRate;
      return this;
    }

    @Override
    protected Builder self() {
      return this;
    }

    /**
     * Builds the configuration.
     *
     * @throws IllegalArgumentException if an option is out of range
     */
    @Override
    public LeakyRnn build() {
      return new LeakyRnn(this);
    }
  }
}
