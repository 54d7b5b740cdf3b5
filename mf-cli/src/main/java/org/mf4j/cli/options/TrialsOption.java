package org.mf4j.cli.options;

import org.mf4j.reproduction.Protocol;
import picocli.CommandLine.Option;

/** {@code --trials} of the commands that score models several times. */
public final class TrialsOption {
  @Option(
      names = "--trials",
      paramLabel = "N",
      defaultValue = "" + Protocol.DEFAULT_TRIALS,
      converter = Converter.Count.class,
      description =
          "Final fits per model, with other random numbers each, for mean and standard deviation of"
              + " its score. Default: ${DEFAULT-VALUE}.")
  private int trials;

  /** {@return how many} */
  public int value() {
    return trials;
  }
}
