package org.mf4j.figures.gallery;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.mf4j.figures.results.SizeCurves;
import org.mf4j.papers.Assembly;
import org.mf4j.reproduction.AssemblyProtocol;
import org.mf4j.reproduction.ReproducedAssembly;

/** The picture of assemblies that were computed, beside the majority class. */
public final class AssemblyCurves {
  private AssemblyCurves() {}

  /**
   * Accuracy over size, one panel per data set.
   *
   * @param cells the assemblies, at least one, each size after the smaller ones; those all of whose
   *     trials failed are left out
   * @param protocol how they came about, for the caption
   * @return the picture
   */
  public static SizeCurves of(List<ReproducedAssembly> cells, AssemblyProtocol protocol) {
    return new SizeCurves(
        cells.stream()
            .map(cell -> cell.result().dataset())
            .distinct()
            .map(dataset -> panel(dataset, cells))
            .toList(),
        method(protocol));
  }

  private static String method(AssemblyProtocol protocol) {
    return "%d trials; at every size, %s of Table 3 on a fifth of the training set; transforms: %s; %s %s"
        .formatted(
            protocol.trials(),
            protocol.strategy().describe(),
            protocol.transforms().text(),
            protocol.lambdas().size() == 1 ? "lambda" : "lambda selected among",
            protocol.lambdas().size() == 1 ? protocol.lambdas().get(0) : protocol.lambdas());
  }

  private static SizeCurves.Panel panel(String dataset, List<ReproducedAssembly> cells) {
    List<ReproducedAssembly> here =
        cells.stream().filter(cell -> cell.result().dataset().equals(dataset)).toList();
    List<SizeCurves.Curve> curves = new ArrayList<>();
    for (Assembly assembly : Assembly.values()) {
      List<ReproducedAssembly> scored =
          here.stream()
              .filter(cell -> cell.assembly() == assembly)
              .filter(cell -> !cell.result().scores().values().isEmpty())
              .toList();
      if (!scored.isEmpty()) {
        curves.add(
            curve(
                assembly.title(),
                scored,
                cell -> cell.result().scores().mean(),
                cell -> cell.result().scores().std()));
      }
    }
    List<ReproducedAssembly> sizes =
        here.stream().filter(cell -> cell.assembly() == here.get(0).assembly()).toList();
    curves.add(curve("majority class", sizes, cell -> cell.result().baseline(), cell -> 0));
    return new SizeCurves.Panel(dataset, curves);
  }

  private static SizeCurves.Curve curve(
      String name,
      List<ReproducedAssembly> cells,
      ToDoubleFunction<ReproducedAssembly> mean,
      ToDoubleFunction<ReproducedAssembly> std) {
    return new SizeCurves.Curve(
        name,
        cells.stream().mapToDouble(ReproducedAssembly::units).toArray(),
        cells.stream().mapToDouble(mean).toArray(),
        cells.stream().mapToDouble(std).toArray());
  }
}
