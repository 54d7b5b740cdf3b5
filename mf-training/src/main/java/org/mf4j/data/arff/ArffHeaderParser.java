package org.mf4j.data.arff;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.mf4j.data.text.ForeignText;
import org.mf4j.data.text.TextLines;

/** Reads the header: some numeric attributes, or one relational of them, and then the target. */
final class ArffHeaderParser {
  private final TextLines lines;
  private int steps;
  private boolean inRelation;
  private boolean relational;

  /** The numeric attributes outside a relation; the last may turn out to be the target. */
  private int numeric;

  private List<String> classes = List.of();

  private ArffHeaderParser(TextLines lines) {
    this.lines = lines;
  }

  /** Reads up to and including {@code @data}. */
  static ArffHeader parse(TextLines lines) {
    return new ArffHeaderParser(lines).parse();
  }

  private ArffHeader parse() {
    String line = next();
    while (line != null && !line.equalsIgnoreCase("@data")) {
      readLine(line);
      line = next();
    }
    if (line == null) {
      throw lines.fileError(
          lines.number() == 0 ? "is empty." : "has no line @data, which must precede the series.");
    }
    return header();
  }

  private String next() {
    String line = lines.next();
    return line == null ? null : ArffField.withoutComment(line).strip();
  }

  private ArffHeader header() {
    int targets = classes.isEmpty() ? 1 : 0;
    if (numeric < targets) {
      throw lines.fileError(
          "has no target: its last attribute must be nominal, such as {a,b}, or numeric.");
    }
    if (relational && numeric > targets) {
      throw lines.fileError("has attributes between the relational one and the target.");
    }
    int values = relational ? steps : numeric - targets;
    if (values == 0) {
      throw lines.fileError("has no numeric attribute before the target.");
    }
    return new ArffHeader(relational, values, classes);
  }

  private void readLine(String line) {
    String keyword = line.split("\\s", 2)[0].toLowerCase(Locale.ROOT);
    switch (keyword) {
      case "@relation" -> {
        // The name: the file's own is right more often.
      }
      case "@attribute" -> attribute(line);
      case "@end" -> end();
      default ->
          throw lines.lineError(
              "expected @relation, @attribute, @end or @data, found "
                  + ForeignText.quote(line)
                  + ".");
    }
  }

  private void attribute(String line) {
    if (!classes.isEmpty()) {
      throw lines.lineError("the nominal attribute, which is the target, must be the last.");
    }
    ArffField name = ArffField.at(lines, line, "@attribute".length(), " \t{");
    String type = line.substring(name.end()).strip();
    // Weka reads past a range or a weight behind the type.
    switch (type.toLowerCase(Locale.ROOT).split("[\\s\\[{]", 2)[0]) {
      case "numeric", "real", "integer" -> addNumeric();
      case "relational" -> beginRelation();
      default -> {
        if (!type.startsWith("{")) {
          throw lines.lineError(
              "the attribute type "
                  + ForeignText.quote(type)
                  + " is not supported; series are numeric, the target nominal or numeric.");
        }
        classes = nominal(line, line.indexOf('{', name.end()) + 1);
      }
    }
  }

  private void addNumeric() {
    if (inRelation) {
      steps++;
    } else {
      numeric++;
    }
  }

  private void beginRelation() {
    if (relational || numeric > 0) {
      throw lines.lineError("a relational attribute must be the first and the only one.");
    }
    relational = true;
    inRelation = true;
  }

  private void end() {
    if (!inRelation) {
      throw lines.lineError("@end ends no relational attribute.");
    }
    inRelation = false;
  }

  private List<String> nominal(String line, int begin) {
    if (inRelation) {
      throw lines.lineError("a relational attribute must hold numeric attributes only.");
    }
    List<String> labels = new ArrayList<>();
    int index = begin;
    while (true) {
      ArffField label = ArffField.at(lines, line, index, ",}");
      labels.add(label(line, label));
      index = label.next(line);
      if (index < line.length() && line.charAt(index) == '}') {
        break;
      }
      if (index >= line.length() || line.charAt(index) != ',') {
        throw lines.lineError("the list of classes must be {a,b,...}.");
      }
      index++;
    }
    if (new HashSet<>(labels).size() < labels.size()) {
      throw lines.lineError("the list of classes names a class twice.");
    }
    return labels;
  }

  private String label(String line, ArffField field) {
    String label = field.text(line);
    if (label.isEmpty()) {
      throw lines.lineError("the list of classes has an empty label.");
    }
    return label;
  }
}
