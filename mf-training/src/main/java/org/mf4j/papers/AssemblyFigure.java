package org.mf4j.papers;

import java.util.List;

/**
 * A figure of the accuracy of {@linkplain Assembly assemblies} over their size. It prints no
 * numbers, and the paper does not say which settings were selected.
 *
 * @param id its name in commands
 * @param title where it is printed
 * @param datasets the names of its data sets
 * @param sizes the numbers of neurons N, ascending
 */
public record AssemblyFigure(String id, String title, List<String> datasets, List<Integer> sizes)
    implements PaperResult {
  /** The lists are copies. */
  public AssemblyFigure {
    datasets = List.copyOf(datasets);
    sizes = List.copyOf(sizes);
  }

  /**
   * Fig. 3 of [ESANN].
   *
   * @return ECG5000 and SyntheticControl, 100, 500 and 1000 neurons
   */
  public static AssemblyFigure esann() {
    return new AssemblyFigure(
        "esann-fig3",
        "A Model of Memristive Nanowire Neuron for Recurrent Neural Networks, Fig. 3",
        List.of("ECG5000", "SyntheticControl"),
        List.of(100, 500, 1000));
  }
}
