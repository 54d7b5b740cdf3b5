package org.mf4j.data.series;

import java.util.List;

/** The policy for training sets of one class: a classifier cannot learn from them. */
public final class SingleClass {
  private SingleClass() {}

  /**
   * Accepts only sets that one can learn from.
   *
   * @param set the training set
   * @return the same set
   * @throws DataException if it is for classification and all series have the same class
   */
  public static SeriesSet refuse(SeriesSet set) {
    List<String> classes = set.occurringClasses();
    if (classes.size() == 1) {
      throw new DataException(
          String.format(
              "%s: every training series has the class \"%s\"; a classifier needs two classes at"
                  + " least.",
              set.name(), classes.get(0)));
    }
    return set;
  }
}
