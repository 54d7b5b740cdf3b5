package org.mf4j.data.arff;

import java.util.List;

/**
 * What the lines before {@code @data} say about the rows.
 *
 * @param relational whether a row holds its channels as one quoted string
 * @param steps the number of values of a channel, padding included
 * @param classes the class labels in the order of the header; empty for regression
 */
record ArffHeader(boolean relational, int steps, List<String> classes) {
  ArffHeader {
    classes = List.copyOf(classes);
  }

  boolean isClassification() {
    return !classes.isEmpty();
  }
}
