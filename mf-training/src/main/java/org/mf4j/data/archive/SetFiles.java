package org.mf4j.data.archive;

import java.nio.file.Path;

/**
 * The files of one data set.
 *
 * @param train the training set
 * @param test the test set
 */
public record SetFiles(Path train, Path test) {
  /** The two files in a folder. */
  static SetFiles in(Path folder, String name, String extension) {
    return new SetFiles(
        folder.resolve(name + "_TRAIN." + extension), folder.resolve(name + "_TEST." + extension));
  }
}
