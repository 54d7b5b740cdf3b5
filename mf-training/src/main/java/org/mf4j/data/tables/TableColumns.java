package org.mf4j.data.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which columns of a table hold what. A column is named as the first line of the file names it, or
 * by its place: a whole number from 1, or {@code last}.
 *
 * <ul>
 *   <li>Without {@code id} a line is a series: every column but the label is a step.
 *   <li>With {@code id}, the lines of one id are the steps of one series, in the order of {@code
 *       time} or else of the file, and the other columns are its channels. Where no id comes twice
 *       and neither time nor channels are named, a line is a series here, too.
 * </ul>
 *
 * @param id what tells series apart
 * @param time a number, a date or a date and a time of day
 * @param label the class; {@link #NONE} in a file without classes
 * @param target the number to regress, in place of a class
 * @param channels the channels in their order; empty for all columns that are nothing else
 */
public record TableColumns(
    Optional<String> id,
    Optional<String> time,
    Optional<String> label,
    Optional<String> target,
    List<String> channels) {
  /** In place of a label: the file has none. */
  public static final String NONE = "none";

  /** Nothing is named: a file is what its extension says. */
  public static final TableColumns UNNAMED =
      new TableColumns(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of());

  /**
   * Columns that do not contradict each other.
   *
   * @throws IllegalArgumentException if label and target are both named, or one column twice
   */
  public TableColumns {
    channels = List.copyOf(channels);
    if (label.isPresent() && target.isPresent()) {
      throw new IllegalArgumentException(
          "label and target: a series has a class or a number to regress; name one of the two");
    }
    List<String> named =
        Stream.of(id, time, label, target)
            .flatMap(Optional::stream)
            .collect(Collectors.toCollection(ArrayList::new));
    named.addAll(channels);
    for (String name : named) {
      if (name.isBlank()) {
        throw new IllegalArgumentException("columns: a name is empty");
      }
      if (named.indexOf(name) != named.lastIndexOf(name)) {
        throw new IllegalArgumentException("columns: \"" + name + "\" is named twice");
      }
    }
  }

  /**
   * The lines of one id are the steps of one series.
   *
   * @param column what tells series apart
   * @return these columns with another id
   */
  public TableColumns withId(String column) {
    return new TableColumns(Optional.of(column), time, label, target, channels);
  }

  /**
   * Orders the steps.
   *
   * @param column the times
   * @return these columns with another time
   */
  public TableColumns withTime(String column) {
    return new TableColumns(id, Optional.of(column), label, target, channels);
  }

  /**
   * For classification.
   *
   * @param column the classes, or {@link #NONE}
   * @return these columns with another label
   */
  public TableColumns withLabel(String column) {
    return new TableColumns(id, time, Optional.of(column), target, channels);
  }

  /**
   * For regression.
   *
   * @param column the numbers to regress
   * @return these columns with another target
   */
  public TableColumns withTarget(String column) {
    return new TableColumns(id, time, label, Optional.of(column), channels);
  }

  /**
   * Leaves all other columns out.
   *
   * @param columns the channels in their order
   * @return these columns with other channels
   */
  public TableColumns withChannels(String... columns) {
    return new TableColumns(id, time, label, target, List.of(columns));
  }

  /** {@return whether anything is named} */
  public boolean isGiven() {
    return !equals(UNNAMED);
  }

  /** {@return the column of classes or numbers, if the file has one} */
  Optional<String> answer() {
    return label.or(() -> target).filter(name -> !name.equals(NONE));
  }
}
