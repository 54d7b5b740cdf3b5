package org.mf4j.models;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.dynamics.Drive;
import org.mf4j.dynamics.Integration;
import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.dynamics.PhysicalConstant;
import org.mf4j.dynamics.Rescale;
import org.mf4j.dynamics.Unscaled;
import org.mf4j.dynamics.stochastic.DeviceNoise;
import org.mf4j.layers.GatedMemristiveRnn;
import org.mf4j.layers.MemristiveRnn;
import org.mf4j.layers.MemristorRnn;
import org.mf4j.networks.RecurrentWeights;
import org.mf4j.options.Catalogue;
import org.mf4j.options.Distribution;
import org.mf4j.options.NearestName;
import org.mf4j.options.Require;
import org.mf4j.options.TextForm;
import org.mf4j.random.SeededRandom;
import org.mf4j.reservoir.ReservoirOptions;

/**
 * The memristive cell, [APL] eqs. (8)-(12). Its constants may differ from neuron to neuron, as
 * those of real nanowire devices do; equal neurons are the case of constant distributions. The
 * interval of RESCALE is shared.
 *
 * @param constants the distribution of every constant, in its range, see {@link PhysicalConstant}
 * @param drive what drives the memristors: RESCALE to an interval, or u itself
 * @param integration how a step is taken
 * @param gateBias what the biases of the gates on the rates start at; empty for the papers' neuron,
 *     which has none. Gates are trained, so a reservoir has none either
 * @param noise what chance adds to every step; a network draws its seed
 * @param trainable the constants that are learned with the weights from where they are drawn, each
 *     once, in the order of the enumeration; one of gamma above {@value
 *     PhysicalConstant#MAX_TRAINED_GAMMA} starts there. None for the papers' neuron
 */
public record MemristiveSettings(
    Map<PhysicalConstant, Distribution> constants,
    Drive drive,
    Integration integration,
    Optional<Double> gateBias,
    DeviceNoise noise,
    List<PhysicalConstant> trainable)
    implements CellSettings {
  /** {@code rescale(lower,upper)}, or {@code unscaled} for u itself, eq. (7). */
  public static final Setting<Drive> DRIVE =
      Setting.ofCell(
              MemristiveSettings.class,
              new Setting.Words("drive", "what drives the memristors", "an interval, or u itself"),
              driveForm(),
              MemristiveSettings::drive,
              MemristiveSettings::withDrive)
          .toldUnless(MemristiveDynamics.paper().drive());

  /** Euler's step or the exact one. */
  public static final Setting<Integration> INTEGRATION =
      Setting.ofCell(
              MemristiveSettings.class,
              new Setting.Words("integration", "how a step is taken", "EULER or EXACT"),
              TextForm.names(Integration.class),
              MemristiveSettings::integration,
              MemristiveSettings::withIntegration)
          .toldUnless(Integration.EULER);

  /** The bias of the gates, of cells that have some. */
  public static final Setting<Double> GATE_BIAS =
      Setting.ofSomeCells(
          MemristiveSettings.class,
          new Setting.Words("gateBias", "what the biases of the gates start at", "finite"),
          TextForm.NUMBER,
          MemristiveSettings::gateBias,
          MemristiveSettings::withGates);

  /** sigma of the white noise of every device. */
  public static final Setting<Double> NOISE =
      Setting.ofCell(
              MemristiveSettings.class,
              new Setting.Words(
                  "noise",
                  "white noise of the state, sigma per square root of a unit of time",
                  "0 or above"),
              TextForm.NUMBER,
              cell -> cell.noise.sigma().at(0),
              (cell, sigma) -> cell.with(cell.noise.withSigma(sigma)))
          .toldUnless(0.0);

  /** Jumps of every device, with the amplitudes of the silver nanowire network. */
  public static final Setting<Double> JUMP_RATE =
      Setting.ofCell(
              MemristiveSettings.class,
              new Setting.Words(
                  "jumpRate",
                  "jumps of the state per unit of time",
                  "0 or above; at most 1/deltaT"),
              TextForm.NUMBER,
              cell -> cell.noise.jumpRate().at(0),
              (cell, rate) -> cell.with(cell.noise.withJumpRate(rate)))
          .toldUnless(0.0);

  /** The constants that are learned, of cells whose weights are learned too. */
  public static final Setting<List<PhysicalConstant>> TRAINABLE =
      Setting.ofCell(
              MemristiveSettings.class,
              new Setting.Words(
                  "trainable",
                  "the constants that are learned with the weights, as gamma,deltaT",
                  "gamma, deltaT, slope, kp0, kd0, etaP, etaD; or none"),
              trainableForm(),
              MemristiveSettings::trainable,
              MemristiveSettings::withTrainable)
          .existingIf(model -> model.learning().isTrained())
          .toldUnless(List.of());

  /**
   * gamma, s and deltaT, which the papers select per task, stand before the constants of Table II.
   */
  private static final List<PhysicalConstant> SELECTED =
      List.of(PhysicalConstant.GAMMA, PhysicalConstant.SLOPE, PhysicalConstant.DELTA_T);

  private static final Map<PhysicalConstant, Setting<Distribution>> OF_CONSTANTS = ofConstants();

  /**
   * Every constant has a distribution whose bounds, where it has any, lie in the constant's range.
   *
   * @throws IllegalArgumentException if a constant is missing, or a bound is out of range
   */
  public MemristiveSettings {
    EnumMap<PhysicalConstant, Distribution> all = new EnumMap<>(constants);
    for (PhysicalConstant constant : PhysicalConstant.values()) {
      Distribution distribution = all.get(constant);
      if (distribution == null) {
        throw new IllegalArgumentException("constants: no distribution of " + constant.key());
      }
      // What has no bound may still be drawn in range; drawing checks every number.
      DoubleStream.of(distribution.lowest(), distribution.highest())
          .filter(Double::isFinite)
          .forEach(constant::values);
    }
    constants = Collections.unmodifiableMap(all);
    gateBias.ifPresent(bias -> Require.finite("gateBias", bias));
    trainable = trainable.stream().distinct().sorted().toList();
  }

  /**
   * Without gates, noise and learned constants.
   *
   * @param constants the distribution of every constant
   * @param drive what drives the memristors
   * @param integration how a step is taken
   */
  public MemristiveSettings(
      Map<PhysicalConstant, Distribution> constants, Drive drive, Integration integration) {
    this(constants, drive, integration, Optional.empty(), DeviceNoise.none(), List.of());
  }

  /**
   * The papers' constants (Table II) with the three that they select per task.
   *
   * @param gamma stabiliser, in (0, 1]
   * @param slope s of RESCALE, eq. (8); above 0
   * @param deltaT step, above 0
   * @throws IllegalArgumentException if a number is out of its range
   */
  public MemristiveSettings(double gamma, double slope, double deltaT) {
    this(
        paper()
            .with(PhysicalConstant.GAMMA, gamma)
            .with(PhysicalConstant.SLOPE, slope)
            .with(PhysicalConstant.DELTA_T, deltaT)
            .constants,
        MemristiveDynamics.paper().drive(),
        Integration.EULER);
  }

  /** {@return equal neurons of the constants of {@link MemristiveDynamics#paper}, Euler's step} */
  public static MemristiveSettings paper() {
    EnumMap<PhysicalConstant, Distribution> preset = new EnumMap<>(PhysicalConstant.class);
    for (PhysicalConstant constant : PhysicalConstant.values()) {
      preset.put(constant, new Distribution.Constant(constant.paperValue()));
    }
    return new MemristiveSettings(preset, MemristiveDynamics.paper().drive(), Integration.EULER);
  }

  /**
   * The setting of a constant.
   *
   * @param constant which
   * @return its distribution over the neurons
   */
  public static Setting<Distribution> setting(PhysicalConstant constant) {
    return OF_CONSTANTS.get(constant);
  }

  /**
   * The distribution of one constant.
   *
   * @param constant which
   * @return how it differs from neuron to neuron
   */
  public Distribution get(PhysicalConstant constant) {
    return constants.get(constant);
  }

  /**
   * Changes one constant.
   *
   * @param constant which
   * @param distribution how it differs from neuron to neuron
   * @return the changed copy
   * @throws IllegalArgumentException if a bound is out of the constant's range
   */
  public MemristiveSettings with(PhysicalConstant constant, Distribution distribution) {
    EnumMap<PhysicalConstant, Distribution> changed = new EnumMap<>(constants);
    changed.put(constant, distribution);
    return new MemristiveSettings(changed, drive, integration, gateBias, noise, trainable);
  }

  /**
   * Gives all neurons the same value of one constant.
   *
   * @param constant which
   * @param value in the constant's range
   * @return the changed copy
   * @throws IllegalArgumentException if the value is out of range
   */
  public MemristiveSettings with(PhysicalConstant constant, double value) {
    return with(constant, new Distribution.Constant(value));
  }

  /**
   * Changes what drives the memristors.
   *
   * @param other RESCALE to an interval, or u itself
   * @return the changed copy
   */
  public MemristiveSettings withDrive(Drive other) {
    return new MemristiveSettings(constants, other, integration, gateBias, noise, trainable);
  }

  /**
   * Changes how a step is taken.
   *
   * @param other the step
   * @return the changed copy
   */
  public MemristiveSettings withIntegration(Integration other) {
    return new MemristiveSettings(constants, drive, other, gateBias, noise, trainable);
  }

  /**
   * Puts gates on the rates of the neurons.
   *
   * @param bias what the biases of the gates start at, finite; the higher, the wider open
   * @return the changed copy
   */
  public MemristiveSettings withGates(double bias) {
    return new MemristiveSettings(
        constants, drive, integration, Optional.of(bias), noise, trainable);
  }

  /**
   * Lets chance add to every step.
   *
   * @param other noise and jumps; its seed has no effect
   * @return the changed copy
   */
  public MemristiveSettings with(DeviceNoise other) {
    return new MemristiveSettings(
        constants, drive, integration, gateBias, other.withSeed(0), trainable);
  }

  /**
   * Learns constants with the weights.
   *
   * @param others which, none to learn weights alone
   * @return the changed copy
   */
  public MemristiveSettings withTrainable(List<PhysicalConstant> others) {
    return new MemristiveSettings(constants, drive, integration, gateBias, noise, others);
  }

  /** {@return whether neurons differ from one another} */
  public boolean isHeterogeneous() {
    return !constants.values().stream().allMatch(Distribution::isConstant);
  }

  /**
   * Draws the constants of N neurons, each constant from a generator of its own, so that another
   * distribution of one changes no other.
   *
   * @param units N, at least 1
   * @param random where the generators come from; moves on by three numbers, or not at all where
   *     all neurons are alike
   * @return the constants; one that does not differ is shared
   * @throws IllegalArgumentException if a number that was drawn is out of its range
   */
  public MemristiveDynamics draw(int units, SeededRandom random) {
    Map<PhysicalConstant, SeededRandom> generators =
        isHeterogeneous() ? generators(random) : Map.of();
    MemristiveDynamics drawn = MemristiveDynamics.paper().withDrive(drive);
    for (PhysicalConstant constant : PhysicalConstant.values()) {
      Distribution distribution = get(constant);
      // A shared constant is computed with faster than one of every neuron.
      int numbers = distribution.isConstant() ? 1 : units;
      drawn = drawn.with(constant, distribution.draw(numbers, generators.get(constant)));
    }
    return drawn;
  }

  /**
   * Draws the seed of the noise.
   *
   * @param random moves on by one number, or not at all where there is no noise
   * @return the noise of one network
   */
  public DeviceNoise drawNoise(SeededRandom random) {
    return noise.isNone() ? noise : noise.withSeed(random.nextLong());
  }

  /**
   * The caller's generator goes on to draw the weights: one more number taken from it would change
   * every reservoir. So the constants of Table II share the slope's seed, turned around.
   */
  private static Map<PhysicalConstant, SeededRandom> generators(SeededRandom random) {
    EnumMap<PhysicalConstant, SeededRandom> generators = new EnumMap<>(PhysicalConstant.class);
    generators.put(PhysicalConstant.DELTA_T, random.split());
    generators.put(PhysicalConstant.GAMMA, random.split());
    long seed = random.nextLong();
    generators.put(PhysicalConstant.SLOPE, new SeededRandom(seed));
    SeededRandom others = new SeededRandom(~seed);
    for (PhysicalConstant constant : PhysicalConstant.values()) {
      generators.computeIfAbsent(constant, one -> others.split());
    }
    return generators;
  }

  @Override
  public BaseRecurrentLayer layer(int nIn, int units, SeededRandom random) {
    MemristorRnn.Builder<?> layer =
        gateBias.isPresent()
            ? new GatedMemristiveRnn.Builder().gateBias(gateBias.get())
            : new MemristiveRnn.Builder();
    return layer
        .nIn(nIn)
        .nOut(units)
        .dynamics(draw(units, random))
        .integration(integration)
        .noise(drawNoise(random))
        .trainable(trainable.toArray(new PhysicalConstant[0]))
        .build();
  }

  @Override
  public ModelKind kind(boolean trained) {
    if (!trained && !trainable.isEmpty()) {
      throw new IllegalArgumentException(
          "trainable: constants are learned with the weights; a reservoir learns none");
    }
    if (gateBias.isPresent()) {
      if (!trained) {
        throw new IllegalArgumentException(
            "gateBias: gates are trained; a reservoir has none, take gated-mf-rnn");
      }
      return ModelKind.GATED_MF_RNN;
    }
    return trained
        ? ModelKind.MF_RNN
        : isHeterogeneous() ? ModelKind.PLAIN_HETERO_MF_ESN : ModelKind.MF_ESN;
  }

  @Override
  public List<Setting<?>> settings() {
    return Stream.concat(
            OF_CONSTANTS.values().stream(),
            Stream.of(DRIVE, INTEGRATION, NOISE, JUMP_RATE, GATE_BIAS, TRAINABLE))
        .<Setting<?>>map(one -> one)
        .toList();
  }

  @Override
  public Optional<String> obstacle(ReservoirOptions reservoir, SeriesSet train) {
    return isHeterogeneous()
        ? Optional.empty()
        : MemoryFactor.obstacle(draw(1, new SeededRandom(0)), integration, reservoir, train);
  }

  @Override
  public Optional<String> obstacle(
      BaseRecurrentLayer layer, RecurrentWeights weights, SeriesSet train) {
    return MemoryFactor.obstacle(
        ((MemristiveRnn) layer).getDynamics(), integration, weights, train);
  }

  /** Table II is the same in all papers, so of its constants only those that differ are told. */
  private static Map<PhysicalConstant, Setting<Distribution>> ofConstants() {
    List<PhysicalConstant> order =
        Stream.concat(SELECTED.stream(), Stream.of(PhysicalConstant.values())).distinct().toList();
    Map<PhysicalConstant, Setting<Distribution>> all = new LinkedHashMap<>();
    for (PhysicalConstant constant : order) {
      Distribution usual = new Distribution.Constant(constant.paperValue());
      Setting<Distribution> setting =
          Setting.ofCell(
              MemristiveSettings.class,
              new Setting.Words(constant.key(), constant.meaning(), constant.range()),
              Distribution.FORM,
              cell -> cell.get(constant),
              (cell, distribution) -> cell.with(constant, distribution));
      all.put(constant, SELECTED.contains(constant) ? setting : setting.toldUnless(usual));
    }
    return Collections.unmodifiableMap(all);
  }

  private static TextForm<List<PhysicalConstant>> trainableForm() {
    List<String> keys = Stream.of(PhysicalConstant.values()).map(PhysicalConstant::key).toList();
    TextForm<PhysicalConstant> one =
        new TextForm<>(
            PhysicalConstant.class,
            "one of " + String.join(", ", keys),
            text ->
                Stream.of(PhysicalConstant.values())
                    .filter(constant -> constant.key().equalsIgnoreCase(text))
                    .findFirst()
                    .orElseThrow(
                        () -> new IllegalArgumentException(NearestName.unknown(text, keys))),
            PhysicalConstant::key);
    return TextForm.orNone(TextForm.listOf("names of constants", one));
  }

  private static TextForm<Drive> driveForm() {
    TextForm<Drive> rescaled =
        new Catalogue<>(
                Drive.class,
                "unscaled or an interval",
                List.of(),
                List.of(Catalogue.Kind.of("rescale", Rescale.class)))
            .form();
    String unscaled = "unscaled";
    return new TextForm<>(
        Drive.class,
        rescaled.words(),
        text -> text.equalsIgnoreCase(unscaled) ? Unscaled.UNSCALED : rescaled.read(text),
        drive -> drive == Unscaled.UNSCALED ? unscaled : rescaled.write(drive));
  }
}
