package org.mf4j.cli.reproduce;

import java.util.List;
import org.mf4j.cli.output.Words;
import org.mf4j.figures.gallery.AssemblyCurves;
import org.mf4j.figures.report.Table;
import org.mf4j.papers.AssemblyFigure;
import org.mf4j.reproduction.AssemblyProtocol;
import org.mf4j.reproduction.Reproduced;
import org.mf4j.reproduction.ReproducedAssembly;

/** The accuracy of assemblies over their size; the paper prints no numbers to compare with. */
final class AssemblyReport {
  private AssemblyReport() {}

  /** What was computed, how, and what was not and why, one sentence each. */
  static PaperReport of(
      AssemblyFigure figure,
      AssemblyProtocol protocol,
      List<ReproducedAssembly> cells,
      List<String> missing) {
    Table table =
        Table.of(
            "data set",
            "neurons",
            "N",
            "accuracy",
            "baseline",
            "selected",
            "validation",
            "refused",
            "selection",
            "remark");
    for (ReproducedAssembly cell : cells) {
      table = table.row(row(cell));
    }
    return PaperReport.of(
        figure,
        table,
        notes(protocol),
        missing,
        cells.isEmpty() ? List.of() : List.of(AssemblyCurves.of(cells, protocol).figure()));
  }

  private static Object[] row(ReproducedAssembly cell) {
    Reproduced result = cell.result();
    return new Object[] {
      result.dataset(),
      cell.assembly().title(),
      cell.units(),
      Words.scores(result.metric(), result.scores()),
      Words.score(result.metric(), result.baseline()),
      cell.selected().configuration().id(),
      Words.score(result.metric(), cell.selected().scores().mean()),
      cell.selection().failedConfigurations() + " of " + cell.selection().standings().size(),
      PaperReport.trials(cell.selection()),
      PaperReport.remark(result)
    };
  }

  private static List<String> notes(AssemblyProtocol protocol) {
    return List.of(
        "The figure prints no numbers, so there is nothing to compare with.",
        "Accuracy is that of %d trials on the test set; validation that of the selected settings on"
                .formatted(protocol.trials())
            + " a stratified fifth of the training set, one draw of each setting; tried: "
            + protocol.strategy().describe()
            + " of the paper's Table 3, lambda %s; transforms: %s."
                .formatted(protocol.lambdas(), protocol.transforms().text()),
        "Refused are settings that failed, for nanowires those that violate Theorem 3.1 on the"
            + " training set; the journals say why of each.",
        PaperReport.SELECTION + "; the baseline is the majority class of the training set.");
  }
}
