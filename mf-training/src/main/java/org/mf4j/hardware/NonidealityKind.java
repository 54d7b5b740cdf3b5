package org.mf4j.hardware;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import org.mf4j.options.NearestName;

/**
 * The non-idealities that commands know by name, one row each, with the number that says how strong
 * each is. Another one is another row, beside its record.
 */
public enum NonidealityKind {
  /** {@link Levels}; fewer are worse. */
  LEVELS("levels", "bits of a conductance", strength -> new Levels(whole("levels", strength))),
  /** {@link ProgrammingNoise}, the same for all conductances. */
  PROGRAMMING_NOISE(
      "programmingNoise", "sigma of writing, of the full range", ProgrammingNoise::new),
  /** {@link RelativeNoise}. */
  RELATIVE_NOISE("relativeNoise", "sigma of writing, of the logarithm", RelativeNoise::new),
  /** {@link ReadNoise}. */
  READ_NOISE("readNoise", "sigma of reading, of the full range", ReadNoise::new),
  /** {@link Drift} in phase-change memory. */
  DRIFT("drift", "time since writing t/t_0", Drift::new),
  /** {@link StuckDevices} at G_max. */
  STUCK_ON("stuckOn", "share of devices stuck at G_max", p -> new StuckDevices(p, 0)),
  /** {@link StuckDevices} at G_min. */
  STUCK_OFF("stuckOff", "share of devices stuck at G_min", p -> new StuckDevices(0, p)),
  /** {@link DeadNeurons}. */
  DEAD_NEURONS("deadNeurons", "share of dead neurons", DeadNeurons::new),
  /** {@link Spread} of K_p0 and K_d0. */
  RATE_SPREAD("rateSpread", "sigma of ln K_p0 and ln K_d0", s -> new Spread(s, 0)),
  /** {@link Spread} of eta_p and eta_d. */
  EXPONENT_SPREAD("exponentSpread", "sigma of ln eta_p and ln eta_d", s -> new Spread(0, s)),
  /** {@link StepNoise} without jumps. */
  STEP_NOISE("stepNoise", "sigma of the states", sigma -> new StepNoise(sigma, 0)),
  /** {@link StepNoise} of jumps alone. */
  JUMPS("jumps", "jumps of a state per unit of time", rate -> new StepNoise(0, rate));

  private final String id;
  private final String words;

  // A method without state.
  @SuppressWarnings("ImmutableEnumChecker")
  private final DoubleFunction<Nonideality> make;

  NonidealityKind(String id, String words, DoubleFunction<Nonideality> make) {
    this.id = id;
    this.words = words;
    this.make = make;
  }

  private static int whole(String field, double value) {
    if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(field + " = " + value + ": must be a whole number");
    }
    return (int) value;
  }

  /** {@return the name in commands and files, for example {@code programmingNoise}} */
  public String id() {
    return id;
  }

  /** {@return what its strength is, for the axis of a picture} */
  public String words() {
    return words;
  }

  /**
   * The non-ideality of a strength.
   *
   * @param strength in the range of its record
   * @return the non-ideality
   * @throws IllegalArgumentException if the strength is out of range
   */
  public Nonideality of(double strength) {
    return make.apply(strength);
  }

  /** {@return whether it grows with its strength; levels are the worse the fewer they are} */
  public boolean growsWithStrength() {
    return this != LEVELS;
  }

  /** {@return the strength at which it changes nothing; none for levels, of which more are less} */
  public OptionalDouble harmless() {
    return switch (this) {
      case LEVELS -> OptionalDouble.empty();
      case DRIFT -> OptionalDouble.of(1);
      default -> OptionalDouble.of(0);
    };
  }

  /** {@return whether its strengths span orders of magnitude} */
  public boolean isLogarithmic() {
    return this == DRIFT;
  }

  /** {@return whether it concerns memristors alone, and no other neuron} */
  public boolean ofMemristorsOnly() {
    return this == RATE_SPREAD || this == EXPONENT_SPREAD || this == STEP_NOISE || this == JUMPS;
  }

  /** {@return the names of all kinds} */
  public static List<String> ids() {
    return Arrays.stream(values()).map(NonidealityKind::id).toList();
  }

  /**
   * Finds a kind by its name.
   *
   * @param name an {@link #id()}
   * @return the kind of that name
   * @throws IllegalArgumentException if there is none; the message names the nearest one
   */
  public static NonidealityKind named(String name) {
    return Arrays.stream(values())
        .filter(kind -> kind.id.equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "non-ideality " + name + ": " + NearestName.unknown(name, ids())));
  }
}
