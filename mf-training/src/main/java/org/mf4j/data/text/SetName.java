package org.mf4j.data.text;

import java.nio.file.Path;

/** The name of a data set as its files have it. */
public final class SetName {
  private SetName() {}

  /**
   * The name in the name of a file.
   *
   * @param file for instance {@code ECG5000/ECG5000_TRAIN.ts}
   * @return the file's name without {@code _TRAIN}, {@code _TEST} and the extension of a format
   */
  public static String of(Path file) {
    return file.getFileName()
        .toString()
        .replaceFirst("(?i)(_TRAIN|_TEST)?(\\.(ts|tsv|txt|csv|arff))?$", "");
  }
}
