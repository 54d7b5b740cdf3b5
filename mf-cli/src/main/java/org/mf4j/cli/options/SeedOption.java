package org.mf4j.cli.options;

import java.util.List;
import picocli.CommandLine.Option;

/** {@code --seed} of every command that draws random numbers. */
public final class SeedOption {
  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      converter = Seed.class,
      description = "Decides every random number. Default: ${DEFAULT-VALUE}.")
  private long seed;

  /** {@return the seed, any whole number of 64 bits} */
  public long value() {
    return seed;
  }

  private static final class Seed extends Converter<Long> {
    Seed() {
      super(Seed::read, List.of());
    }

    private static Long read(String word) {
      try {
        return Long.valueOf(word);
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException("'" + word + "' is not a whole number.", e);
      }
    }
  }
}
