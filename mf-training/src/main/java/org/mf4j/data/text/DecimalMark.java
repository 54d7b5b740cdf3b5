package org.mf4j.data.text;

import java.util.regex.Pattern;
import org.mf4j.data.series.DataException;

/**
 * Reads the numbers of one file, whose decimal mark is a point or a comma throughout: the first
 * number that has one decides. A file whose numbers with a comma might all be thousands ({@code
 * 1,234}) is refused.
 */
public final class DecimalMark {
  private static final Pattern WITH_COMMA =
      Pattern.compile("[+-]?([0-9]+,[0-9]*|,[0-9]+)([eE][+-]?[0-9]+)?");
  private static final Pattern MAY_BE_THOUSANDS = Pattern.compile("[+-]?[1-9][0-9]{0,2},[0-9]{3}");

  private int pointLine;
  private int commaLine;
  private String maybeThousands = "";
  private boolean certain;

  /**
   * The number in a cell, in which a comma, if there is one, separates nothing.
   *
   * @param lines where the cell comes from, for the message
   * @param cell the cell
   * @return the number; NaN for a missing value
   * @throws DataException if there is no number, one beyond the range of a float, or one with the
   *     other decimal mark
   */
  public double parse(TextLines lines, LineCells cell) {
    String text = cell.text();
    boolean point = text.indexOf('.') >= 0 && NumberText.isNumber(text);
    boolean comma = text.indexOf(',') >= 0;
    if (comma && !WITH_COMMA.matcher(text).matches()) {
      throw lines.columnError(
          cell.from(),
          ForeignText.quote(text)
              + " is not a number; write a point or a comma as decimal mark, and nothing between"
              + " thousands.");
    }
    pointLine = point && pointLine == 0 ? lines.number() : pointLine;
    commaLine = comma && commaLine == 0 ? lines.number() : commaLine;
    if ((comma && pointLine > 0) || (point && commaLine > 0)) {
      throw lines.columnError(
          cell.from(),
          "the decimal mark of %s is a %s, but that of line %d is a %s; a file has one of them."
              .formatted(
                  ForeignText.quote(text),
                  comma ? "comma" : "point",
                  comma ? pointLine : commaLine,
                  comma ? "point" : "comma"));
    }
    if (comma) {
      decide(text);
      return NumberText.parse(lines, cell.from(), text.replace(',', '.'));
    }
    return NumberText.parse(lines, cell.from(), text);
  }

  private void decide(String text) {
    if (!MAY_BE_THOUSANDS.matcher(text).matches()) {
      certain = true;
    } else if (maybeThousands.isEmpty()) {
      maybeThousands = text;
    }
  }

  /**
   * To be asked at the end of the file.
   *
   * @param lines of the file
   * @throws DataException if all commas may be decimal marks or stand between thousands
   */
  public void requireCertain(TextLines lines) {
    if (!certain && !maybeThousands.isEmpty()) {
      throw lines.lineError(
          commaLine,
          "the comma of %s may be a decimal mark or stand between thousands, as every comma of this"
                  .formatted(ForeignText.quote(maybeThousands))
              + " file; write a point as decimal mark, and nothing between thousands.");
    }
  }
}
