package org.mf4j.papers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mf4j.models.ModelKind;
import org.mf4j.models.ModelSettings;

/**
 * A table of published scores.
 *
 * @param id its name in commands, for example {@code apl-table4}
 * @param title where it is printed
 * @param rows one per data set
 */
public record PaperTable(String id, String title, List<Row> rows) implements PaperResult {
  private static final String EQUAL_LENGTH = "_eq";

  /** The rows are a copy. */
  public PaperTable {
    rows = List.copyOf(rows);
  }

  /**
   * One data set.
   *
   * @param dataset its name as the archive spells it
   * @param published the scores
   * @param selected the settings that the authors selected, as far as they say
   * @param remark what keeps the scores from being compared; empty if they can be
   */
  public record Row(
      String dataset,
      Map<ModelKind, PublishedScore> published,
      Map<ModelKind, ModelSettings> selected,
      Optional<String> remark) {
    /** The maps are copies. */
    public Row {
      published = Map.copyOf(published);
      selected = Map.copyOf(selected);
    }
  }

  @Override
  public List<String> datasets() {
    return rows.stream().map(Row::dataset).toList();
  }

  /**
   * The models of the table.
   *
   * @return in the order of the columns
   */
  public List<ModelKind> models() {
    return Arrays.stream(ModelKind.values())
        .filter(kind -> rows.stream().anyMatch(row -> row.published().containsKey(kind)))
        .toList();
  }

  /**
   * The row of a data set.
   *
   * @param dataset its name; one that ends in {@code _eq} is the row without that ending
   * @return the row
   * @throws IllegalArgumentException if the table does not have it; the message names the nearest
   */
  public Row row(String dataset) {
    return rows.stream()
        .filter(
            row -> dataset.equals(row.dataset()) || dataset.equals(row.dataset() + EQUAL_LENGTH))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(unknown(dataset)));
  }

  /** [APL] Table IV. */
  static PaperTable apl() {
    List<Row> rows = new ArrayList<>();
    for (PaperTask task : PaperTask.all()) {
      rows.add(new Row(task.dataset(), task.published(), task.settings(), Optional.empty()));
    }
    return new PaperTable("apl-table4", "APL Mach. Learn. 3, 016117 (2025), Table IV", rows);
  }
}
