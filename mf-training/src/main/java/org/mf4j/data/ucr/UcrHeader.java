package org.mf4j.data.ucr;

import java.util.List;

/**
 * Recognises a first line that names the columns, which other programs write into a CSV file and
 * the archive does not.
 */
final class UcrHeader {
  private UcrHeader() {}

  /** Whether a line has words in place of values, as in {@code label,t0,t1}. */
  static boolean isOfWords(String line) {
    LineCells cells = new LineCells(line);
    int words = 0;
    while (cells.next()) {
      if (!UcrRowParser.isWord(cells.text())) {
        return false;
      }
      words++;
    }
    return words > 1;
  }

  /**
   * Whether the first row counts the columns, as in {@code label,0,1,2}: its class is a word that
   * no other row has, its values go up by one from 0 or 1, and it is as long as the longest row.
   * Three rows and three columns are needed: a smaller file may well be a series 0, 1 of a class of
   * its own.
   */
  static boolean isCounting(List<UcrRow> rows) {
    UcrRow first = rows.get(0);
    return rows.size() > 2
        && first.label().filter(UcrRowParser::isWord).isPresent()
        && counts(first.values())
        && rows.stream()
            .skip(1)
            .noneMatch(
                row ->
                    row.label().equals(first.label())
                        || row.values().length > first.values().length);
  }

  private static boolean counts(double[] values) {
    for (int i = 0; i < values.length; i++) {
      if (values[i] != values[0] + i) {
        return false;
      }
    }
    return values.length > 2 && (values[0] == 0 || values[0] == 1);
  }
}
