package org.mf4j.cli.reproduce;

import java.util.List;
import org.mf4j.cli.options.Converter;
import org.mf4j.cli.options.TransformOption;
import org.mf4j.data.transform.Pipeline;
import org.mf4j.papers.AssemblyFigure;
import org.mf4j.reproduction.AssemblyProtocol;
import org.mf4j.search.Strategy;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of {@code mf reproduce} that are for a figure of assemblies only. */
final class AssemblyOptions {
  /** Their names. */
  static final List<String> NAMES = List.of("--units", "--sample", "--lambda", "--transform");

  @Option(
      names = "--units",
      paramLabel = "N",
      split = ",",
      converter = Converter.Units.class,
      description = "esann-fig3: sizes, separated by commas. Default: 100,500,1000.")
  private List<Integer> units;

  @Option(
      names = "--sample",
      paramLabel = "N",
      converter = Converter.Count.class,
      description = "esann-fig3: settings drawn at random from each grid. Default: all.")
  private Integer sample;

  @Option(
      names = "--lambda",
      paramLabel = "X",
      split = ",",
      description =
          "esann-fig3: penalties of the readout to select from, separated by commas. Default: 1, as"
              + " in the APL paper.")
  private List<Double> lambdas;

  @Mixin private TransformOption transforms;

  List<Integer> units(AssemblyFigure figure) {
    return units == null ? figure.sizes() : units.stream().distinct().sorted().toList();
  }

  AssemblyProtocol protocol(int trials, long seed) {
    Pipeline given = transforms.pipeline();
    return new AssemblyProtocol(
        given.steps().isEmpty() ? AssemblyProtocol.SCALING : given,
        sample == null ? new Strategy.Exhaustive() : new Strategy.RandomSample(sample),
        lambdas == null ? List.of(AssemblyProtocol.LAMBDA) : lambdas,
        trials,
        seed);
  }
}
