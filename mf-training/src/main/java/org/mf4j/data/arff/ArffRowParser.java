package org.mf4j.data.arff;

import java.util.ArrayList;
import java.util.List;
import org.mf4j.data.text.ForeignText;
import org.mf4j.data.text.NumberText;
import org.mf4j.data.text.Padding;
import org.mf4j.data.text.SetBuilder;
import org.mf4j.data.text.TextLines;

/** Reads one row: its channels, then its target. */
final class ArffRowParser {
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
    if (line.stripLeading().charAt(0) == '{') {
      throw lines.lineError("sparse rows are not supported; write all values.");
    }
    List<double[]> channels = new ArrayList<>();
    int end = header.relational() ? relation(line, channels) : channel(line, channels);
    double target = target(line, end + 1);
    double[][] values = Padding.removed(channels.toArray(double[][]::new));
    if (values[0].length == 0) {
      throw lines.lineError("all values are missing.");
    }
    set.add(values, target);
  }

  /** Returns the index of the comma before the target. */
  private int channel(String line, List<double[]> channels) {
    // No value is quoted: a quotation mark begins the label, which may hold commas.
    int comma = line.lastIndexOf(',', firstQuote(line));
    channels.add(values(line, 0, Math.max(0, comma)));
    return comma;
  }

  private static int firstQuote(String line) {
    int index = 0;
    while (index < line.length() && line.charAt(index) != '\'' && line.charAt(index) != '"') {
      index++;
    }
    return index;
  }

  /** Returns the index of the comma before the target. */
  private int relation(String line, List<double[]> channels) {
    ArffField field = ArffField.at(lines, line, 0, ",");
    if (!field.quoted()) {
      throw lines.lineError("expected the channels in quotation marks, separated by \\n.");
    }
    int from = field.from();
    while (from <= field.to()) {
      int newline = line.indexOf(ROW_END, from);
      int to = newline < 0 || newline > field.to() ? field.to() : newline;
      channels.add(values(line, from, to));
      from = to + ROW_END.length();
    }
    checkChannels(channels.size());
    int comma = field.next(line);
    if (comma >= line.length() || line.charAt(comma) != ',') {
      throw lines.lineError("expected a comma and the target after the channels.");
    }
    return comma;
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

  private double[] values(String line, int begin, int end) {
    int count = 1 + (int) line.substring(begin, end).chars().filter(c -> c == ',').count();
    if (count != header.steps()) {
      throw lines.lineError(
          "the number of values is %d, expected %d, one per numeric attribute before the target."
              .formatted(count, header.steps()));
    }
    double[] values = new double[count];
    int from = begin;
    for (int t = 0; t < count; t++) {
      int to = t == count - 1 ? end : line.indexOf(',', from);
      values[t] = NumberText.parse(lines, line, from, to);
      from = to + 1;
    }
    return values;
  }

  private double target(String line, int from) {
    ArffField field = ArffField.at(lines, line, from, ",{");
    String text = field.text(line);
    if (field.next(line) != line.length()) {
      throw lines.columnError(
          field.end(), "the target must be the last of the line; weights are not supported.");
    }
    if (!field.quoted() && NumberText.isMissing(text)) {
      if (targetsRequired) {
        throw lines.columnError(field.from(), "the target is missing.");
      }
      return Double.NaN;
    }
    return header.isClassification()
        ? classIndex(text, field.from())
        : NumberText.parse(lines, line, field.from(), field.to());
  }

  private double classIndex(String label, int column) {
    int index = header.classes().indexOf(label);
    if (index < 0) {
      throw lines.columnError(
          column,
          "the class label %s is not among those of the header (%s)."
              .formatted(ForeignText.quote(label), String.join(", ", header.classes())));
    }
    return index;
  }
}
