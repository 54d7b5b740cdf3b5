package org.mf4j.cli.options;

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

  public long value() {
    return seed;
  }
}
