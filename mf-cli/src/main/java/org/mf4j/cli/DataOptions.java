package org.mf4j.cli;

import java.nio.file.Path;
import org.mf4j.data.ControlCharts;
import org.mf4j.data.MissingValues;
import org.mf4j.data.TrainTest;
import picocli.CommandLine.Option;

/** The options that choose a training set and a test set. */
final class DataOptions {
  @Option(
      names = "--dataset",
      paramLabel = "NAME",
      description =
          "Data set of the UCR, UEA or TSER archive, in --data-dir."
              + " Default: generated control charts, which need no file.")
  private String dataset;

  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      description = "Folder that holds NAME/NAME_TRAIN.ts and NAME/NAME_TEST.ts.")
  private Path dataDir;

  @Option(names = "--train", paramLabel = "FILE", description = "Training set, a .ts file.")
  private Path train;

  @Option(names = "--test", paramLabel = "FILE", description = "Test set, a .ts file.")
  private Path test;

  /** Reads or generates the sets; they have no missing values. */
  TrainTest load() {
    TrainTest sets = read();
    MissingValues.refuse(sets.train());
    MissingValues.refuse(sets.test());
    return sets;
  }

  /** Whether an option names data, in place of the generated charts. */
  boolean isGiven() {
    return dataset != null || dataDir != null || train != null || test != null;
  }

  private TrainTest read() {
    requireTogether("--dataset", dataset, "--data-dir", dataDir);
    requireTogether("--train", train, "--test", test);
    if (dataset != null && train != null) {
      throw new IllegalArgumentException(
          "Name either --dataset with --data-dir, or --train with --test, not both.");
    }
    if (dataset != null) {
      return TrainTest.archive(dataDir, dataset);
    }
    return train != null
        ? TrainTest.files(train, test)
        : ControlCharts.generate(ControlCharts.DEFAULT_SEED);
  }

  private static void requireTogether(
      String firstName, Object first, String secondName, Object second) {
    if ((first == null) != (second == null)) {
      throw new IllegalArgumentException(
          (first == null ? secondName : firstName)
              + " needs "
              + (first == null ? firstName : secondName)
              + "; give both.");
    }
  }
}
