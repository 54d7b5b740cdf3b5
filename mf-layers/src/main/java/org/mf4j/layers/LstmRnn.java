package org.mf4j.layers;

import org.mf4j.cells.LstmCell;

/**
 * The long short-term memory (Hochreiter and Schmidhuber, Neural Computation 9, 1735, 1997; forget
 * gate of Gers et al., Neural Computation 12, 2451, 2000; no peepholes), the baseline of trained
 * recurrent networks. With (u, w_f, w_o, w_i) = x W + h RW + b
 *
 * <pre>
 *   a = tanh(u(t+1))            f, o, i = 1/(1 + exp(-w(t+1)))
 *   c(t+1) = f c(t) + i a       h(t+1) = o tanh(c(t+1))
 * </pre>
 *
 * Deeplearning4j's {@code LSTM} (tanh, sigmoid gates) computes the same and takes several times as
 * long to train. Shapes are those of every {@link CellRnn} with k = 4: {@code "W"} [nIn,4 nOut],
 * {@code "RW"} [nOut,4 nOut], {@code "b"} [1,4 nOut], the columns of u, of w_f, of w_o, of w_i, in
 * which order Deeplearning4j names them input, forget, output and input modulation: parameters of
 * either layer serve the other. A step whose mask is 0 carries h and c. Weights are initialised
 * block by block, each as a layer [nIn,nOut] or [nOut,nOut]; c starts at 0.
 */
public final class LstmRnn extends CellRnn {
  private static final long serialVersionUID = 1L;

  private double forgetGateBiasInit = Builder.FORGET_GATE_BIAS;

  private LstmRnn() {}

  private LstmRnn(Builder builder) {
    super(builder);
    this.forgetGateBiasInit = builder.forgetGateBiasInit;
    if (!Double.isFinite(forgetGateBiasInit)) {
      throw new IllegalArgumentException(
          "forgetGateBiasInit = " + forgetGateBiasInit + ": must be finite");
    }
    initializeConstraints(builder);
  }

  @Override
  public LstmCell cell() {
    return new LstmCell();
  }

  @Override
  public double initialBias(int preActivation) {
    return preActivation == LstmCell.FORGET_GATE
        ? forgetGateBiasInit
        : super.initialBias(preActivation);
  }

  /** {@return what the biases of the forget gates start at} */
  public double getForgetGateBiasInit() {
    return forgetGateBiasInit;
  }

  @Override
  public boolean equals(Object other) {
    return super.equals(other)
        && other instanceof LstmRnn that
        && forgetGateBiasInit == that.forgetGateBiasInit;
  }

  @Override
  public int hashCode() {
    return 31 * super.hashCode() + Double.hashCode(forgetGateBiasInit);
  }

  /** Builds an {@link LstmRnn}. */
  @SuppressWarnings("unchecked") // DL4J declares <E extends Layer> E build().
  public static final class Builder extends CellRnn.Builder<Builder> {
    private static final double FORGET_GATE_BIAS = 1;

    private double forgetGateBiasInit = FORGET_GATE_BIAS;

    /** Starts with the defaults. */
    public Builder() {}

    /**
     * What the biases of the forget gates start at; the higher, the longer the network remembers
     * before it has learned to (Jozefowicz et al., ICML 2015).
     *
     * @param bias default 1, as in Deeplearning4j
     * @return this
     */
    public Builder forgetGateBiasInit(double bias) {
      this.forgetGateBiasInit = bias;
      return this;
    }

    @Override
    protected Builder self() {
      return this;
    }

    /**
     * Builds the configuration.
     *
     * @throws IllegalArgumentException if the bias is not finite
     */
    @Override
    public LstmRnn build() {
      return new LstmRnn(this);
    }
  }
}
