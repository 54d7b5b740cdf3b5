package org.mf4j.data.ts;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.mf4j.data.series.Series;
import org.mf4j.data.text.ForeignText;
import org.mf4j.data.text.NumberText;
import org.mf4j.data.text.TextLines;

/**
 * Reads the line of one series: channels separated by {@code :}, values by {@code ,}, the label
 * last. What the header leaves open, the first series decides for all.
 */
final class TsSeriesParser {
  private final TextLines lines;
  private final TsHeader header;
  private final boolean labelsRequired;
  private final Map<String, Integer> classIndex = new HashMap<>();
  private OptionalInt expectedChannels;
  private OptionalInt expectedLength;

  TsSeriesParser(TextLines lines, TsHeader header, boolean labelsRequired) {
    this.lines = lines;
    this.header = header;
    this.labelsRequired = labelsRequired;
    this.expectedChannels = header.channels();
    this.expectedLength = header.equalLength() ? header.seriesLength() : OptionalInt.empty();
    for (String label : header.classes()) {
      classIndex.put(label, classIndex.size());
    }
  }

  Series parse(String line) {
    int colon = line.lastIndexOf(':');
    if (!labelsRequired && hasUnknownLabel(line, colon)) {
      return new Series(checked(channels(line, colon)), Double.NaN);
    }
    if (!header.labelled()) {
      return new Series(checked(channels(line, line.length())), Double.NaN);
    }
    if (colon < 0) {
      throw lines.lineError("there is no label; a series ends with a colon and its label.");
    }
    double[][] channels = checked(channels(line, colon));
    double target =
        header.isClassification() ? classIndex(line, colon + 1) : number(line, colon + 1);
    return new Series(channels, target);
  }

  /** A channel is never empty; one step that is missing, {@code ?}, may be one. */
  private boolean hasUnknownLabel(String line, int colon) {
    String last = line.substring(colon + 1).strip();
    boolean oneMore =
        expectedChannels.isEmpty()
            || count(line, ':', 0, line.length()) == expectedChannels.getAsInt();
    return colon >= 0 && (last.isEmpty() || (last.equals("?") && (header.labelled() || oneMore)));
  }

  private double[][] channels(String line, int end) {
    double[][] channels = new double[checkChannels(1 + count(line, ':', 0, end))][];
    int from = 0;
    for (int c = 0; c < channels.length; c++) {
      int to = c == channels.length - 1 ? end : line.indexOf(':', from);
      channels[c] = values(line, from, to);
      if (channels[c].length != channels[0].length) {
        throw lines.lineError(
            String.format(
                "channel %d has length %d but channel 1 has length %d; all channels of a series"
                    + " must have the same length.",
                c + 1, channels[c].length, channels[0].length));
      }
      from = to + 1;
    }
    return channels;
  }

  private double[] values(String line, int begin, int end) {
    double[] values = new double[1 + count(line, ',', begin, end)];
    int from = begin;
    for (int t = 0; t < values.length; t++) {
      int to = t == values.length - 1 ? end : line.indexOf(',', from);
      if (from < to && line.charAt(from) == '(') {
        throw lines.columnError(from, TsHeaderParser.TIME_STAMPS);
      }
      values[t] = NumberText.parse(lines, line, from, to);
      from = to + 1;
    }
    return values;
  }

  private static int count(String line, char separator, int begin, int end) {
    int count = 0;
    for (int i = begin; i < end; i++) {
      if (line.charAt(i) == separator) {
        count++;
      }
    }
    return count;
  }

  private int checkChannels(int channels) {
    if (expectedChannels.isEmpty()) {
      expectedChannels = OptionalInt.of(channels);
    }
    if (channels != expectedChannels.getAsInt()) {
      throw lines.lineError(
          String.format(
              "the number of channels is %d, expected %d (channels and label are separated by"
                  + " colons)%s.",
              channels,
              expectedChannels.getAsInt(),
              header.labelled()
                  ? ""
                  : "; if the last is the label, the header must say \"@classLabel true\" and the"
                      + " classes, or \"@targetLabel true\""));
    }
    return channels;
  }

  private double[][] checked(double[][] channels) {
    if (header.equalLength()) {
      checkLength(channels[0].length);
    }
    return channels;
  }

  private void checkLength(int length) {
    if (expectedLength.isEmpty()) {
      expectedLength = OptionalInt.of(length);
    }
    if (length != expectedLength.getAsInt()) {
      throw lines.lineError(
          String.format(
              "the number of steps is %d, expected %d, since the header says @equalLength true.",
              length, expectedLength.getAsInt()));
    }
  }

  private double classIndex(String line, int from) {
    String label = line.substring(from).strip();
    if (label.isEmpty()) {
      throw lines.columnError(from, "the class label is empty.");
    }
    Integer index = classIndex.get(label);
    if (index == null && label.equals("?")) {
      throw lines.columnError(from, "the class label is missing.");
    }
    if (index == null) {
      throw lines.columnError(
          from,
          String.format(
              "the class label %s is not among those of the header (%s); @classLabel separates them"
                  + " by blanks, and they hold none.",
              ForeignText.quote(label), ForeignText.list(header.classes())));
    }
    return index;
  }

  private double number(String line, int from) {
    double target = NumberText.parse(lines, line, from, line.length());
    if (Double.isNaN(target)) {
      throw lines.columnError(from, "the number to regress is missing.");
    }
    return target;
  }
}
