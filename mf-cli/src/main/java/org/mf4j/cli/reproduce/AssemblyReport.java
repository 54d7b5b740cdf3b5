package org.mf4j.cli.reproduce;

import java.util.ArrayList;
import java.util.List;
import org.mf4j.cli.text.BaselineText;
import org.mf4j.figures.Figure;
import org.mf4j.figures.gallery.AssemblyCurves;
import org.mf4j.papers.AssemblyFigure;
import org.mf4j.reproduction.AssemblyCell;
import org.mf4j.reproduction.AssemblyProtocol;
import org.mf4j.reproduction.Cell;

/**
 * The accuracy of assemblies over their size. The paper's figure prints no numbers to compare with.
 *
 * @param figure what is reproduced
 * @param protocol how
 * @param cells what was computed
 * @param missing what was not, and why, one sentence each
 */
public record AssemblyReport(
    AssemblyFigure figure,
    AssemblyProtocol protocol,
    List<AssemblyCell> cells,
    List<String> missing)
    implements PaperReport {
  private static final List<String> HEADER =
      List.of(
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

  /** Copies. */
  public AssemblyReport {
    cells = List.copyOf(cells);
    missing = List.copyOf(missing);
  }

  @Override
  public String title() {
    return figure.title() + ", reproduced";
  }

  @Override
  public List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEADER);
    cells.forEach(cell -> rows.add(row(cell)));
    return rows;
  }

  private static List<String> row(AssemblyCell cell) {
    Cell result = cell.result();
    return List.of(
        result.dataset(),
        cell.assembly().title(),
        String.valueOf(cell.units()),
        CellText.measured(result.metric(), result.scores()),
        BaselineText.score(result.metric(), result.baseline()),
        cell.selected().configuration().id(),
        BaselineText.score(result.metric(), cell.selected().scores().mean()),
        cell.selection().failedConfigurations() + " of " + cell.selection().standings().size(),
        CellText.trials(cell.selection()),
        CellText.remark(result));
  }

  @Override
  public List<String> notes() {
    List<String> notes = new ArrayList<>();
    notes.add("The figure prints no numbers, so there is nothing to compare with.");
    notes.add(
        "Accuracy is that of %d trials on the test set; validation that of the selected settings on"
                .formatted(protocol.trials())
            + " a stratified fifth of the training set, one draw of each setting; tried: "
            + protocol.strategy().describe()
            + " of the paper's Table 3, lambda %s; transforms: %s."
                .formatted(protocol.lambdas(), protocol.transforms().text()));
    notes.add(
        "Refused are settings that failed, for nanowires those that violate Theorem 3.1 on the"
            + " training set; the journals say why of each.");
    notes.add(CellText.SELECTION + "; the baseline is the majority class of the training set.");
    missing.forEach(sentence -> notes.add("Not reproduced: " + sentence));
    return notes;
  }

  @Override
  public List<Figure> figures() {
    return cells.isEmpty() ? List.of() : List.of(AssemblyCurves.of(cells, protocol).figure());
  }
}
