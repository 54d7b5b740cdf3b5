package org.mf4j.data.arff;

import java.util.ArrayList;
import java.util.List;
import org.mf4j.data.text.ForeignText;
import org.mf4j.data.text.NumberText;
import org.mf4j.data.text.Padding;
import org.mf4j.data.text.SetBuilder;
import org.mf4j.data.text.TextLines;

/**
 * Reads one row: its channels, then its target. As in Weka, commas, blanks and tabs separate, and
 * any field may stand in quotation marks.
 */
final class ArffRowParser {
  private static final String SEPARATORS = ", \t";
  private static final String ROW_END = "\\n";

  private final TextLines lines;
  private final ArffHeader header;
  private final boolean targetsRequired;
  private int expectedChannels;

  ArffRowParser(TextLines lines, ArffHeader header, boolean targetsRequired) {
    this.lines = lines;
    this.header = header;
    this.targetsRequired = targetsRequired;
  }

  void parse(String line, SetBuilder set) {
    if (line.stripLeading().startsWith("{")) {
      throw lines.lineError("sparse rows are not supported; write all values.");
    }
    List<ArffField> fields = fields(line, 0, line.length());
    List<double[]> channels = header.relational() ? relation(line, fields) : channel(line, fields);
    double target = target(line, fields.get(fields.size() - 1));
    double[][] values = Padding.removed(channels.toArray(double[][]::new));
    if (values[0].length == 0) {
      throw lines.lineError("all values are missing.");
    }
    set.add(values, target);
  }

  /** The fields of a part of the line; commas at its end count for nothing. */
  private List<ArffField> fields(String line, int from, int to) {
    String part = line.substring(0, to);
    List<ArffField> fields = new ArrayList<>();
    int index = ArffField.skipBlanks(part, from);
    boolean afterComma = true;
    while (index < to) {
      if (part.charAt(index) == ',') {
        if (afterComma && !part.substring(index).matches("[,\\s]*")) {
          throw lines.columnError(index, "a value is empty; write ? for a missing one.");
        }
        afterComma = true;
        index++;
      } else if (part.charAt(index) == '{') {
        throw lines.columnError(index, "weights of rows are not supported; leave {...} out.");
      } else {
        ArffField field = ArffField.at(lines, part, index, SEPARATORS);
        fields.add(field);
        afterComma = false;
        index = field.end();
      }
      index = ArffField.skipBlanks(part, index);
    }
    return fields;
  }

  private List<double[]> channel(String line, List<ArffField> fields) {
    joinClass(line, fields);
    return List.of(values(line, fields.subList(0, Math.max(0, fields.size() - 1))));
  }

  /** A class of several words without quotation marks, which Weka would not read. */
  private void joinClass(String line, List<ArffField> fields) {
    if (fields.size() > header.steps() + 1) {
      List<ArffField> tail = fields.subList(header.steps(), fields.size());
      ArffField joined = tail.get(0).upTo(tail.get(tail.size() - 1));
      if (header.classes().contains(joined.text(line))) {
        tail.clear();
        fields.add(joined);
      }
    }
  }

  private List<double[]> relation(String line, List<ArffField> fields) {
    ArffField bag = fields.get(0);
    if (!bag.quoted()) {
      throw lines.lineError("expected the channels in quotation marks, separated by \\n.");
    }
    if (fields.size() == 1) {
      throw lines.lineError("expected a comma and the target after the channels.");
    }
    List<double[]> channels = new ArrayList<>();
    int from = bag.from();
    while (from <= bag.to()) {
      int newline = line.indexOf(ROW_END, from);
      int to = newline < 0 || newline > bag.to() ? bag.to() : newline;
      channels.add(values(line, fields(line, from, to)));
      from = to + ROW_END.length();
    }
    checkChannels(channels.size());
    if (fields.size() > 2) {
      throw lines.columnError(fields.get(2).from(), "the target must be the last of the line.");
    }
    return channels;
  }

  private void checkChannels(int channels) {
    if (expectedChannels == 0) {
      expectedChannels = channels;
    }
    if (channels != expectedChannels) {
      throw lines.lineError(
          "the number of channels is %d, expected %d as in the first row."
              .formatted(channels, expectedChannels));
    }
  }

  private double[] values(String line, List<ArffField> fields) {
    if (fields.size() != header.steps()) {
      throw lines.lineError(
          "the number of values is %d, expected %d, one per numeric attribute before the target."
              .formatted(fields.size(), header.steps()));
    }
    return fields.stream()
        .mapToDouble(field -> NumberText.parse(lines, line, field.from(), field.to()))
        .toArray();
  }

  private double target(String line, ArffField field) {
    String text = field.text(line);
    if (!field.quoted() && NumberText.isUnknownLabel(text)) {
      if (targetsRequired) {
        throw lines.columnError(field.from(), "the target is missing.");
      }
      return Double.NaN;
    }
    return header.isClassification() ? classIndex(text, field.from()) : number(line, field);
  }

  private double number(String line, ArffField field) {
    double target = NumberText.parse(lines, line, field.from(), field.to());
    if (Double.isNaN(target) && targetsRequired) {
      throw lines.columnError(field.from(), "the target is missing.");
    }
    return target;
  }

  private double classIndex(String label, int column) {
    int index = header.classes().indexOf(label);
    if (index < 0) {
      throw lines.columnError(
          column,
          "the class label %s is not among those of the header (%s)."
              .formatted(ForeignText.quote(label), ForeignText.list(header.classes())));
    }
    return index;
  }
}
