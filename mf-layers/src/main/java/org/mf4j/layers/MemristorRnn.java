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
import org.mf4j.dynamics.stochastic.DeviceNoise;
import org.nd4j.shade.jackson.annotation.JsonInclude;
import org.nd4j.shade.jackson.databind.annotation.JsonDeserialize;
import org.nd4j.shade.jackson.databind.annotation.JsonSerialize;

/**
 * What the layers of memristors share: the constants of the neurons, how a step is integrated, and
 * which constants are learned.
 */
public abstract class MemristorRnn extends CellRnn {
  private static final long serialVersionUID = 1L;

  @JsonSerialize(using = DynamicsJson.Writer.class)
  @JsonDeserialize(using = DynamicsJson.Reader.class)
  private MemristiveDynamics dynamics = MemristiveDynamics.paper();

  private Integration integration = Integration.EULER;
  private List<PhysicalConstant> trainable = new ArrayList<>();

  /** Absent without noise, as in the files of layers that had none. */
  @JsonSerialize(using = DynamicsJson.NoiseWriter.class)
  @JsonDeserialize(using = DynamicsJson.NoiseReader.class)
  @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = DynamicsJson.NoNoise.class)
  private DeviceNoise noise = DeviceNoise.none();

  /** For JSON. */
  protected MemristorRnn() {}

  /**
   * Takes the options of a builder.
   *
   * @param builder the builder
   * @throws IllegalArgumentException if an option is out of range, or a constant per neuron has not
   *     nOut values
   */
  protected MemristorRnn(Builder<?> builder) {
    super(builder);
    this.dynamics = builder.dynamics;
    this.integration = builder.integration;
    this.trainable = new ArrayList<>(builder.trainable);
    this.noise = builder.noise;
    if (nOut > 0) {
      cell().requireNeurons((int) nOut);
    }
    initializeConstraints(builder);
  }

  /** {@return the memristor of every neuron, with what is learned of it} */
  MemristiveCell memristor() {
    return new MemristiveCell(dynamics, integration, Set.copyOf(trainable), noise);
  }

  /** {@return the constants at the start of training} */
  public MemristiveDynamics getDynamics() {
    return dynamics;
  }

  /**
   * Changes the constants. Networks that were made of this configuration before keep theirs.
   *
   * @param dynamics the constants at the start of training
   * @throws IllegalArgumentException if a constant per neuron has not nOut values
   */
  public void setDynamics(MemristiveDynamics dynamics) {
    this.dynamics = nOut > 0 ? dynamics.requireNeurons((int) nOut) : dynamics;
  }

  /** {@return how a step is integrated} */
  public Integration getIntegration() {
    return integration;
  }

  /** {@return the constants that are parameters of the layer} */
  public List<PhysicalConstant> getTrainable() {
    return List.copyOf(trainable);
  }

  /** {@return what chance adds to every step} */
  public DeviceNoise getNoise() {
    return noise;
  }

  /**
   * Changes the noise. Networks that were made of this configuration before keep theirs.
   *
   * @param noise what chance adds to every step
   * @throws IllegalArgumentException if a value per neuron has not nOut values, or a jump has a
   *     probability above 1
   */
  public void setNoise(DeviceNoise noise) {
    noise.requireStep(dynamics.deltaT());
    if (nOut > 0) {
      noise.requireNeurons((int) nOut);
    }
    this.noise = noise;
  }

  @Override
  public boolean equals(Object other) {
    return super.equals(other)
        && other instanceof MemristorRnn that
        && dynamics.equals(that.dynamics)
        && integration == that.integration
        && trainable.equals(that.trainable)
        && noise.equals(that.noise);
  }

  @Override
  public int hashCode() {
    return Objects.hash(super.hashCode(), dynamics, integration, trainable, noise);
  }

  /**
   * The options that the layers of memristors share.
   *
   * @param <T> the builder itself
   */
  public abstract static class Builder<T extends Builder<T>> extends CellRnn.Builder<T> {
    private MemristiveDynamics dynamics = MemristiveDynamics.paper();
    private Integration integration = Integration.EULER;
    private Set<PhysicalConstant> trainable = EnumSet.noneOf(PhysicalConstant.class);
    private DeviceNoise noise = DeviceNoise.none();

    /** Starts with the defaults. */
    protected Builder() {}

    /**
     * The constants of the neurons.
     *
     * @param dynamics default {@link MemristiveDynamics#paper()}
     * @return this
     */
    public T dynamics(MemristiveDynamics dynamics) {
      this.dynamics = dynamics;
      return self();
    }

    /**
     * How a step is integrated.
     *
     * @param integration default {@link Integration#EULER}, as in the papers
     * @return this
     */
    public T integration(Integration integration) {
      this.integration = integration;
      return self();
    }

    /**
     * What chance adds to every step of every neuron, in training and inference: noise and jumps of
     * real devices. The gradient passes through the noisy step. A draw depends on the seed of the
     * noise, the number of the series, the step and the neuron alone, so neither threads nor the
     * cut into batches nor the engine change it. With {@link
     * org.mf4j.dynamics.stochastic.Realisation#FRESH} a layer numbers the series of all its calls
     * through, from 0 when the network is made or loaded; a copy of the network counts for itself,
     * and both directions of a {@code Bidirectional} draw the same numbers. {@code rnnTimeStep} and
     * truncated BPTT go on with their series.
     *
     * @param noise default {@link DeviceNoise#none()}, which costs nothing
     * @return this
     */
    public T noise(DeviceNoise noise) {
      this.noise = noise;
      return self();
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
    public T trainable(PhysicalConstant... constants) {
      this.trainable = EnumSet.noneOf(PhysicalConstant.class);
      this.trainable.addAll(List.of(constants));
      return self();
    }
  }
}
