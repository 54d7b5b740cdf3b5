package org.mf4j.data.ts;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.mf4j.data.series.DataException;
import org.mf4j.data.text.ForeignText;
import org.mf4j.data.text.TextLines;

/**
 * Reads the header. Keys are matched in any letter case and may be missing or come in any order;
 * unknown keys are skipped, since the archive's files carry many.
 */
final class TsHeaderParser {
  /** Tells how to leave out time stamps. */
  static final String TIME_STAMPS =
      "series with time stamps, such as (0,1.5),(1,1.7), are not supported; leave the stamps out if"
          + " the steps are equal: sed -E -e 's/\\(([^()]*),([^,()]*)\\)/\\2/g' -e"
          + " 's/(@timestamps) true/\\1 false/I' FILE > NEW.";

  private final TextLines lines;
  private final boolean labelsRequired;
  private List<String> classes = List.of();
  private boolean regression;
  private boolean univariate;
  private boolean equalLength;
  private OptionalInt dimensions = OptionalInt.empty();
  private OptionalInt seriesLength = OptionalInt.empty();
  private DataException badLength;

  private TsHeaderParser(TextLines lines, boolean labelsRequired) {
    this.lines = lines;
    this.labelsRequired = labelsRequired;
  }

  /** Reads up to and including {@code @data}. */
  static TsHeader parse(TextLines lines, boolean labelsRequired) {
    return new TsHeaderParser(lines, labelsRequired).parse();
  }

  private TsHeader parse() {
    String line = next();
    while (line != null && !line.equalsIgnoreCase("@data")) {
      readLine(line);
      line = next();
    }
    if (line == null) {
      throw lines.fileError(
          lines.number() == 0 ? "is empty." : "has no line @data, which must precede the series.");
    }
    boolean labelled = regression || !classes.isEmpty();
    if (labelsRequired && !labelled) {
      throw lines.fileError(
          "has no labels: its header must say \"@classLabel true\" and the classes, or"
              + " \"@targetLabel true\".");
    }
    if (equalLength && badLength != null) {
      throw badLength;
    }
    OptionalInt channels = dimensions.isEmpty() && univariate ? OptionalInt.of(1) : dimensions;
    return new TsHeader(labelled, classes, channels, equalLength, seriesLength);
  }

  /** The next line, without blanks around it and a comment behind it. */
  private String next() {
    String line = lines.next();
    return line == null ? null : line.replaceFirst("\\s#.*", "").strip();
  }

  private void readLine(String line) {
    if (line.charAt(0) != '@') {
      throw notHeader(line);
    }
    String[] words = line.substring(1).split("\\s+");
    switch (words[0].toLowerCase(Locale.ROOT)) {
      case "classlabel" -> classes = flag(words) ? labels(words) : List.of();
      case "targetlabel" -> regression = flag(words);
      case "univariate" -> univariate = flag(words);
      case "equallength" -> equalLength = flag(words);
      case "dimensions", "dimension" -> dimensions = OptionalInt.of(positive(words));
      case "serieslength" -> seriesLength = length(words);
      case "timestamps" -> refuseTimeStamps(flag(words));
      case "relation", "attribute" ->
          throw lines.fileError("holds the .arff format; give it that extension.");
      default -> {
        // A key that says nothing about the values, such as @problemName.
      }
    }
  }

  private DataException notHeader(String line) {
    return lines.lineError(
        "expected a header line that starts with @ (the last is @data), found "
            + ForeignText.quote(line)
            + ".");
  }

  private void refuseTimeStamps(boolean present) {
    if (present) {
      throw lines.lineError(TIME_STAMPS);
    }
  }

  private List<String> labels(String[] words) {
    List<String> labels = Arrays.asList(words).subList(2, words.length);
    if (labels.isEmpty()) {
      throw lines.lineError("@classLabel true must be followed by the class labels.");
    }
    if (new HashSet<>(labels).size() < labels.size()) {
      throw lines.lineError("@classLabel names a class twice.");
    }
    return labels;
  }

  private boolean flag(String[] words) {
    String value = words.length > 1 ? words[1].toLowerCase(Locale.ROOT) : "";
    if (!value.equals("true") && !value.equals("false")) {
      throw lines.lineError(
          "@" + words[0] + " must be true or false, found " + ForeignText.quote(value) + ".");
    }
    return value.equals("true");
  }

  /** Series of unequal lengths have no common one, and some programs write 0 or -1 for it. */
  private OptionalInt length(String[] words) {
    try {
      return OptionalInt.of(positive(words));
    } catch (DataException e) {
      badLength = e;
      return OptionalInt.empty();
    }
  }

  private int positive(String[] words) {
    String value = words.length > 1 ? words[1] : "";
    if (!value.matches("[1-9][0-9]{0,8}")) {
      throw lines.lineError(
          "@"
              + words[0]
              + " must be a positive whole number, found "
              + ForeignText.quote(value)
              + ".");
    }
    return Integer.parseInt(value);
  }
}
