package org.mf4j.papers;

import java.util.List;
import org.mf4j.options.NearestName;

/** What a paper reports and can be computed again: a table of scores, or a figure of them. */
public sealed interface PaperResult permits PaperTable, AssemblyFigure {
  /**
   * All of them.
   *
   * @return [APL] Table IV, [NW] Table 4 and [ESANN] Fig. 3
   */
  static List<PaperResult> all() {
    return List.of(PaperTable.apl(), NanowireTable.table(), AssemblyFigure.esann());
  }

  /**
   * Finds one by its name.
   *
   * @param id the name
   * @return the result
   * @throws IllegalArgumentException if there is none; the message names the nearest one
   */
  static PaperResult of(String id) {
    List<String> known = all().stream().map(PaperResult::id).toList();
    return all().stream()
        .filter(result -> result.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "table %s: unknown; did you mean %s? (known: %s)"
                        .formatted(
                            id,
                            NearestName.of(id, known).orElseThrow(),
                            String.join(", ", known))));
  }

  /** {@return its name in commands, for example {@code apl-table4}} */
  String id();

  /** {@return where it is printed} */
  String title();

  /** {@return the names of its data sets as the archive spells them} */
  List<String> datasets();

  /**
   * What to say of a data set that it does not have.
   *
   * @param dataset its name
   * @return a sentence with the nearest name
   */
  default String unknown(String dataset) {
    return "data set %s: %s does not have it; did you mean %s?"
        .formatted(dataset, id(), NearestName.of(dataset, datasets()).orElseThrow());
  }
}
